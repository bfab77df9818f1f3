-- What the outside told: when it changed there, and a fingerprint of what was told last. Null: nobody outside told us.
alter table product  add column changed_at timestamptz, add column fingerprint uuid;
alter table customer add column changed_at timestamptz, add column fingerprint uuid;
alter table "order"  add column changed_at timestamptz, add column fingerprint uuid;
alter table stock    add column changed_at timestamptz,
                     add column counted boolean not null default true; -- false: nobody counts it, there is always some
alter table shipment add column reference text,                        -- its id where it comes from
                     add column changed_at timestamptz, add column fingerprint uuid;
alter table return   add column told text[] not null default '{}';     -- ids, where they come from, of what made it

create unique index shipment_reference on shipment ("order", reference);
create index customer_phone on customer (phone);

-- Facts about something that nobody told us of yet; they are taken once it is told.
create table fact_waiting (
  wanted     text        not null,             -- 'order:1001', 'sku:GB-7'
  key        text        not null,             -- one fact supersedes another of the same key
  body       jsonb       not null,
  changed_at timestamptz,
  taken_at   timestamptz not null,
  primary key (wanted, key)
);

-- What happened to orders of customers with a conversation and is still to be told there; gone once it is told.
create table shop_news (
  id       bigint generated always as identity primary key,
  customer bigint      not null,
  "order"  text        not null,
  happened text        not null,               -- 'placed', 'cancelled', 'parcel'
  detail   jsonb       not null default '{}',
  at       timestamptz not null
);
