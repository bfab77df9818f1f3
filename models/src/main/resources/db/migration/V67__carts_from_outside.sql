-- A cart that the shop tells us of: its name there, when it changed there, and a fingerprint of what was told last.
alter table cart add column reference   text,
                 add column changed_at  timestamptz,
                 add column fingerprint uuid;
create index cart_reference on cart (reference) where reference is not null;
create index cart_open_since on cart (updated_at) where state = 'open' and reference is not null;
