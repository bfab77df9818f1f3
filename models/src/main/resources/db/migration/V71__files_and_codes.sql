-- What came with a customer's message; its bytes are fetched after the message is committed.
create table media (
  id         uuid        primary key,
  channel    text        not null,
  reference  text        not null,           -- where the bytes are found, in the channel's terms
  state      text        not null default 'due' check (state in ('due', 'kept', 'gone')),
  type       text,
  name       text,
  bytes      bytea,
  reason     text,                           -- why it is gone, for staff
  attempts   int         not null default 0,
  next_at    timestamptz not null,
  created_at timestamptz not null
);
create index media_due on media (next_at) where state = 'due';

-- Codes sent to telephone numbers that visitors say are theirs.
create table one_time_code (
  id         bigint generated always as identity primary key,
  visitor    text        not null,
  phone      text        not null,
  hash       text        not null,
  attempts   int         not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index one_time_code_visitor on one_time_code (visitor, id);
create index one_time_code_phone on one_time_code (phone, created_at);
