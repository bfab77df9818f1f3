create table category (
  id         text primary key,                 -- 'footwear/hiking-boots'
  parent     text references category (id),
  name       text not null,
  drawing    text,                             -- which parametric drawing shows its products; leaves only
  size_table jsonb,                            -- {"columns": [...], "rows": [[...]]}; leaves only
  position   int  not null
);

create table product (
  id          text primary key,                -- a handle, 'granite-peak-boot'
  title       text        not null,
  brand       text        not null default '',
  category    text references category (id),   -- null: imported without one
  description text        not null default '',
  care        text        not null default '',
  tags        text[]      not null default '{}',
  repeatable  boolean     not null default false, -- bought again and again: food, fuel, wax
  active      boolean     not null default true,
  created_at  timestamptz not null
);
create index product_category on product (category);

create table variant (
  sku         text primary key,
  product     text   not null references product (id),
  size        text,
  colour      text,
  colour_code text,                            -- '#2f5d50', for the drawing
  price       bigint not null check (price >= 0),  -- minor units
  cost        bigint check (cost >= 0),        -- never leaves the staff side
  currency    text   not null,
  position    int    not null
);
create index variant_product on variant (product);

create table stock (
  sku        text primary key references variant (sku),
  quantity   int         not null check (quantity >= 0),
  restock_on date,
  updated_at timestamptz not null
);

create table "order" (
  id              bigint generated always as identity primary key,
  number          text   not null unique,      -- as printed for the customer, 'OF-104233'
  customer        bigint references customer (id),
  email           text,
  postcode        text,
  country         text   not null default 'GB',
  state           text   not null check (state in ('placed', 'paid', 'packed', 'shipped', 'delivered', 'cancelled')),
  delivery_option text,
  shipping        bigint not null default 0,
  total           bigint not null,
  currency        text   not null,
  placed_at       timestamptz not null
);
create index order_customer on "order" (customer, placed_at desc);
create index order_placed on "order" (placed_at);

create table order_line (
  "order"  bigint not null references "order" (id),
  line     int    not null,
  sku      text   not null,
  product  text   not null,
  quantity int    not null check (quantity > 0),
  price    bigint not null,                    -- of one piece
  primary key ("order", line)
);
create index order_line_product on order_line (product);

create table shipment (
  id           bigint generated always as identity primary key,
  "order"      bigint not null references "order" (id),
  carrier      text   not null,
  tracking     text   not null,
  state        text   not null check (state in ('label', 'in-transit', 'out-for-delivery', 'delivered', 'late', 'lost', 'returned')),
  shipped_at   timestamptz,
  expected_on  date,
  delivered_at timestamptz
);
create index shipment_order on shipment ("order");

create table return (
  id         bigint generated always as identity primary key,
  number     text   not null unique,           -- 'RT-20114'
  "order"    bigint not null,
  line       int    not null,
  quantity   int    not null check (quantity > 0),
  reason     text   not null,                  -- too-small, too-large, changed-mind, not-as-described, faulty, wrong-item
  faulty     boolean not null default false,
  state      text   not null check (state in ('started', 'in-transit', 'received', 'refunded', 'rejected')),
  started_at timestamptz not null,
  settled_at timestamptz,
  foreign key ("order", line) references order_line ("order", line)
);
create unique index return_once on return ("order", line) where state <> 'rejected';

create table cart (
  id         bigint generated always as identity primary key,
  customer   bigint not null references customer (id),
  state      text   not null check (state in ('open', 'left', 'ordered')),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index cart_open on cart (customer) where state = 'open';

create table cart_line (
  cart       bigint not null references cart (id),
  sku        text   not null references variant (sku),
  quantity   int    not null check (quantity > 0),
  suggestion uuid,                             -- the impression it was added from, if any
  added_at   timestamptz not null,
  primary key (cart, sku)
);

create table review (
  id       bigint generated always as identity primary key,
  product  text   not null references product (id),
  customer bigint references customer (id),
  stars    int    not null check (stars between 1 and 5),
  title    text   not null,
  body     text   not null,
  state    text   not null check (state in ('pending', 'published', 'rejected')),
  at       timestamptz not null
);
create index review_product on review (product);

create table article (
  id     text not null,
  locale text not null,
  title  text not null,
  body   text not null,
  tags   text[] not null default '{}',
  primary key (id, locale)
);

create table delivery_option (
  id        text primary key,                  -- 'standard', 'express'
  name      text   not null,
  country   text   not null,
  price     bigint not null,
  free_from bigint,                            -- order value from which it is free
  currency  text   not null,
  days_min  int    not null,
  days_max  int    not null,
  position  int    not null
);

-- The shop's own rules as data: return window, opening hours, ...
create table policy (
  key   text primary key,
  value jsonb not null
);
