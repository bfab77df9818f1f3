-- A try at proving an order, and a return that the bot starts, belong to one message: repeating it repeats nothing.
alter table proof_attempt add column cause text unique, add column conversation bigint;
alter table return add column cause text;
