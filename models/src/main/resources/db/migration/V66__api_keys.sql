-- Programs that may tell us facts of the shop. The key itself is shown once and stored nowhere.
create table api_key (
  id         bigint generated always as identity primary key,
  name       text        not null,
  key_hash   bytea       not null unique,
  created_at timestamptz not null,
  used_at    timestamptz,
  revoked_at timestamptz
);
create unique index api_key_name on api_key (name) where revoked_at is null;
