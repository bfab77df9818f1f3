-- A publication may take effect later, be called off before, or bring back an earlier one.
alter table rule_set
  add column effective_at timestamptz,              -- null: when it was published
  add column cancelled_at timestamptz,
  add column restores     bigint;

-- Products curated by hand, which rules name as one; in the order of the hand.
create table curated_set (
  id         text primary key,
  name       text        not null,
  products   text[]      not null,
  version    bigint      not null default 1,
  changed_by bigint,
  changed_at timestamptz not null
);
