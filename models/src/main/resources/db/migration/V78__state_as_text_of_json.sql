-- The state is written with every turn and read as a whole: as json it is checked and kept as it comes, where jsonb takes
-- it apart and makes it longer.
alter table conversation
  alter column state drop default,
  alter column state type json using state::json,
  alter column state set default '{}';
