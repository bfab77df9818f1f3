-- What visitors looked at on the shop's pages. One that has ended is products in their order, and nobody's.
create table visit (
  id       bigint generated always as identity primary key,
  products text[]      not null,
  ended_at timestamptz not null
);

-- What is under way, a day at most: a visitor's by the shop's own name for them, a known customer's by their number.
create table browsing (
  who      text primary key,                                    -- 'visitor:' and the name, or 'customer:' and the number
  customer bigint references customer (id) on delete cascade,   -- where it is known; goes with them
  products text[]      not null,
  cart     text[]      not null,
  last_at  timestamptz not null
);
create index browsing_customer on browsing (customer) where customer is not null;
create index browsing_last on browsing (last_at);
