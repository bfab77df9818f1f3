-- A reply on its way to a channel. Rows of one address are brought in the order of their ids, one at a time; whoever
-- brings one has it until leased_until. A dead row is kept with its reason and holds nobody up.
alter table outbox add column id           bigint generated always as identity;
alter table outbox add column posted_at    timestamptz not null default now();
alter table outbox add column pieces       int not null default 0;      -- how many of its parts the channel has taken
alter table outbox add column leased_until timestamptz;
alter table outbox add column held_since   timestamptz;                 -- until the customer writes again
alter table outbox add column invited_at   timestamptz;                 -- when a template asked them to
alter table outbox add column dead_at      timestamptz;
alter table outbox add column reason       text;
alter table outbox alter column next_at set default now();

create unique index outbox_id on outbox (id);
create index outbox_line on outbox (address, id) where dead_at is null;
drop index outbox_due;
create index outbox_due on outbox (next_at) where dead_at is null and held_since is null;

-- What a channel said of a part that it has taken. A word that comes before we know the part waits without an entry.
create table delivery (
  channel      text        not null,
  message      text        not null,       -- the channel's own id of the part
  conversation bigint,
  seq          bigint,
  piece        int,
  state        text        not null check (state in ('sent', 'delivered', 'read', 'failed')),
  at           timestamptz not null,
  reason       text,
  primary key (channel, message)
);
create index delivery_entry on delivery (conversation, seq);
create index delivery_stray on delivery (at) where conversation is null;
