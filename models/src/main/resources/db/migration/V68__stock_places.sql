-- How many pieces lie where, for shops that tell it by store room; what can be sold is their sum, in "stock".
create table stock_place (
  sku        text not null references variant (sku) on update cascade on delete cascade,
  place      text not null,                    -- its id where it comes from
  quantity   int,                              -- null: nobody counts it there
  changed_at timestamptz,
  primary key (sku, place)
);
