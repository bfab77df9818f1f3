-- One row a person. Visitors are persons too; what they prove later fills the columns.
create table customer (
  id              bigint generated always as identity primary key,
  external_id     text unique,                 -- the shop's own id, the `sub` of a signed identity
  name            text,
  email           text,
  phone           text,
  postcode        text,
  locale          text not null default 'en',
  tier            text not null default 'standard' check (tier in ('standard', 'silver', 'gold')),
  dedicated_agent bigint,
  consent         jsonb not null default '{}',
  facts           jsonb not null default '{}', -- sizes, adventures, dates an agent should know
  created_at      timestamptz not null
);
create index customer_email on customer (lower(email));

-- The row whose head referees every turn; state is the fold over its entries, written by the same statement.
create table conversation (
  id          bigint generated always as identity primary key,
  customer    bigint not null references customer (id),
  head        bigint not null default 0,
  state       jsonb  not null default '{}',
  merged_into bigint,
  linked      bigint[],                        -- every conversation ever merged with this one, also after an undo
  created_at  timestamptz not null
) with (fillfactor = 60);
create unique index conversation_one_live on conversation (customer) where merged_into is null;

create table entry (
  conversation bigint      not null,
  seq          bigint      not null,
  at           timestamptz not null,
  kind         text        not null,
  version      smallint    not null,
  source       text,                           -- the address or inner cause that the turn came from
  key          text,                           -- its id there; only a turn's first entry carries both
  body         jsonb       not null,
  primary key (conversation, seq)
);
create unique index entry_cause on entry (conversation, source, key) where key is not null;

-- Where a person can be reached, and which conversation that leads to now.
create table address (
  source       text primary key,               -- 'site:<visitor>', 'shop:<external id>', later 'whatsapp:<number>'
  conversation bigint not null,
  verified_by  text,                           -- null: nobody proved anything
  verified_at  timestamptz,
  created_at   timestamptz not null
);
create index address_conversation on address (conversation);

create table episode (
  conversation        bigint not null,
  number              int    not null,
  state               text   not null check (state in ('bot', 'waiting', 'claimed', 'ended')),
  outcome             text check (outcome in ('solved-by-bot', 'solved-by-person', 'left', 'moved')),
  reason              text,
  headline            text,
  opened_at           timestamptz not null,
  handed_off_at       timestamptz,
  waiting_since       timestamptz,
  virtual_arrival     timestamptz,
  claimed_by          bigint,
  claimed_at          timestamptz,
  first_human_word_at timestamptz,
  ended_at            timestamptz,
  answer_due          timestamptz,             -- the bot owes an answer by then to messages that came in quick succession
  primary key (conversation, number)
) with (fillfactor = 60);
create index episode_waiting on episode (virtual_arrival) where state = 'waiting';
create index episode_claimed on episode (claimed_by) where state = 'claimed';
create index episode_owed on episode (answer_due) where answer_due is not null;

create table outbox (
  conversation bigint      not null,
  seq          bigint      not null,
  address      text        not null,
  attempts     int         not null default 0,
  next_at      timestamptz not null,
  primary key (conversation, seq, address)
);
create index outbox_due on outbox (next_at);

create table merge (
  id        bigint generated always as identity primary key,
  survivor  bigint      not null,
  absorbed  bigint      not null,
  addresses text[]      not null,              -- those that were re-pointed, so that undo can point them back
  cause     text        not null,
  at        timestamptz not null,
  undone_at timestamptz
);
create index merge_absorbed on merge (absorbed) where undone_at is null;
