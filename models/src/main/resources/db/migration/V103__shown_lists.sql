-- A list as it was put before an agent: what stood in it where, and what the ranking knew of each product at that moment.
-- What became of a product stands in its impression. From both the ranking learns, so nothing here is ever computed later.
CREATE TABLE shown_list (
  id           bigint generated always as identity primary key,
  conversation bigint      not null,
  episode      int         not null,
  list         text        not null check (list in ('goes-with', 'step-up')),
  at           timestamptz not null,
  form         text        not null,   -- what the figures mean; only lists of the same form can be compared
  products     text[]      not null,
  places       int[]       not null,
  features     real[]      not null,   -- of one product after the other
  contexts     real[]      not null    -- what was true of the whole question
);
CREATE INDEX shown_list_episode ON shown_list (conversation, episode, list, at);
CREATE INDEX shown_list_at ON shown_list (list, at);
