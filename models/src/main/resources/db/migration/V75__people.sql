-- People: accounts that wait for their owner, sessions that their owner can tell apart, and locks that every node knows.

alter table account add column signed_in_at timestamptz;      -- the last time; null for who never did

-- A link for an account that exists already sets its first or next password; without one it makes an account.
alter table invitation add column account bigint references account (id);

alter table session add column id bigint generated always as identity unique;
alter table session add column seen_at timestamptz;
alter table session add column browser text;                  -- 'Firefox on Linux', no more than that
create index session_account on session (account);

-- Tries to sign in by name and by network, each known by a digest: what somebody types as a name may be a password.
create table sign_in_try (
  subject      bytea primary key,
  wrong        int         not null,
  free         int         not null,           -- so many cost nothing; each further one locks for longer
  last_at      timestamptz not null,
  locked_until timestamptz
);

-- Whoever ends a session or changes what an account may, in whatever process: servers with open sockets hear of it.
create function tell_of_sessions() returns trigger language plpgsql as $$
begin
  perform pg_notify('outfitter_sessions', '');
  return null;
end $$;
create trigger session_ended after delete on session for each statement execute function tell_of_sessions();
create trigger account_changed after update of role, disabled_at on account
  for each statement execute function tell_of_sessions();
