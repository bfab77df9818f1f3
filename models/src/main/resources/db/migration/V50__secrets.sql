-- What the server signs with, made at its first start: tokens outlive a restart, and every node knows the same.
create table secret (
  name       text primary key,
  value      bytea       not null,
  created_at timestamptz not null
);
