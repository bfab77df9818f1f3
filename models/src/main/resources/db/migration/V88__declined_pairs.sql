-- Two products of which an agent said that they do not go together: how often, and what a merchandiser made of it.
CREATE TABLE declined_pair (
  id         bigint generated always as identity primary key,
  anchor     text not null,
  product    text not null,
  list       text not null,
  declines   int not null,
  first_at   timestamptz not null,
  last_at    timestamptz not null,
  outcome    text check (outcome IN ('excluded', 'kept')),
  settled_at timestamptz,
  settled_by bigint references account (id),
  unique (anchor, product, list)
);
