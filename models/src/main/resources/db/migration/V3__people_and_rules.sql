create table account (
  id           bigint generated always as identity primary key,
  name         text not null unique,           -- what one signs in with
  display_name text not null,                  -- what customers read
  password     text,                           -- Argon2id; null until an invitation is used
  role         text not null check (role in ('agent', 'merchandiser', 'supervisor', 'admin')),
  demo         boolean not null default false,
  created_at   timestamptz not null,
  disabled_at  timestamptz
);

create table session (
  token_hash bytea primary key,                -- SHA-256 of the cookie's value
  account    bigint      not null references account (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  network    text
);

create table invitation (
  token_hash bytea primary key,
  role       text        not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);

-- Who has a desk open now; a row older than its heart-beat is nobody.
create table presence (
  account bigint primary key references account (id),
  since   timestamptz not null,
  seen_at timestamptz not null
);

create table audit (
  id      bigint generated always as identity primary key,
  at      timestamptz not null,
  actor   text not null,                       -- 'account:7', 'visitor:…', 'server'
  act     text not null,                       -- 'sign-in', 'proof-closed', 'rules-published', …
  subject text,
  detail  jsonb not null default '{}'
);
create index audit_at on audit (at);

-- Tries to prove an order; five wrong ones close it for an hour, whoever tries.
create table proof_attempt (
  id           bigint generated always as identity primary key,
  order_number text not null,
  network      text,
  correct      boolean not null,
  at           timestamptz not null
);
create index proof_attempt_order on proof_attempt (order_number, at);
create index proof_attempt_network on proof_attempt (network, at);

-- One row a published rule set, newest is live; the draft is the row without published_at.
create table rule_set (
  id           bigint generated always as identity primary key,
  rules        jsonb not null,
  note         text,
  created_by   bigint,
  created_at   timestamptz not null,
  published_at timestamptz,
  undoes       bigint
);
create unique index rule_set_one_draft on rule_set ((true)) where published_at is null;

create table impression (
  id           uuid primary key,
  conversation bigint not null,
  customer     bigint not null,
  at           timestamptz not null,
  account      bigint,
  product      text   not null,
  list         text   not null check (list in ('goes-with', 'step-up')),
  place        int    not null,
  arm          text   not null check (arm in ('treated', 'held-out')),
  rule         text,                           -- the rule that moved it, if any
  evidence     jsonb  not null,
  state        text   not null default 'shown' check (state in ('shown', 'accepted', 'declined', 'ordered')),
  reason       text,
  settled_at   timestamptz
);
create index impression_conversation on impression (conversation, at);
create index impression_product on impression (product, at);
