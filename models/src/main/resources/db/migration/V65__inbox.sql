-- What another system told us and we acknowledged: kept as it was sent until it is applied, once for each of its ids there.
create table inbox (
  source      text        not null,            -- 'shopify'
  id          text        not null,            -- its id there, the same in every repeat
  topic       text        not null,
  told_at     timestamptz not null,            -- when it became true there: the order of facts
  received_at timestamptz not null,
  body        bytea,                           -- as sent; gone once it is applied
  due_at      timestamptz,                     -- when to apply it, or to try again; null once it is settled
  awaits      text,                            -- the name without which it says nothing yet, 'order:820982911946154508'
  settled_at  timestamptz,
  reason      text,                            -- why it could not be applied
  primary key (source, id)
);
create index inbox_due on inbox (due_at) where due_at is not null;
create index inbox_awaits on inbox (awaits) where awaits is not null;
create index inbox_settled on inbox (settled_at) where settled_at is not null;

-- What another system calls our things.
create table foreign_name (
  source text not null,
  kind   text not null,                        -- 'order', 'product', 'item'
  theirs text not null,
  ours   text not null,
  primary key (source, kind, theirs)
);
