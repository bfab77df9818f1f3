-- Printed numbers of orders placed here; imported orders bring their own.
create sequence order_number start 200001;
create sequence return_number start 30001;

-- Every customer row that is the same person now: absorbed conversations lead to the survivor, however long the chain.
create index conversation_customer on conversation (customer);
create index conversation_merged_into on conversation (merged_into) where merged_into is not null;

create function person(asked bigint) returns setof bigint language sql stable parallel safe as $$
  with recursive same (id, customer) as (
    select id, customer from conversation where customer = asked and merged_into is null
    union
    select c.id, c.customer from conversation c join same on c.merged_into = same.id
  )
  select customer from same union select asked
$$;

create index return_order on return ("order");
create index cart_customer on cart (customer, updated_at desc);
create index review_customer on review (customer);

insert into policy (key, value) values
  ('returns', '{"windowDays": 30, "fee": {"minor": 0, "currency": "GBP"}, "refundDays": 5, "excluded": []}'),
  ('opening-hours', '{"zone": "Europe/London", "openings": [
    {"day": "MONDAY", "from": "08:00", "to": "20:00"},
    {"day": "TUESDAY", "from": "08:00", "to": "20:00"},
    {"day": "WEDNESDAY", "from": "08:00", "to": "20:00"},
    {"day": "THURSDAY", "from": "08:00", "to": "20:00"},
    {"day": "FRIDAY", "from": "08:00", "to": "20:00"},
    {"day": "SATURDAY", "from": "09:00", "to": "17:00"}]}')
on conflict (key) do nothing;
