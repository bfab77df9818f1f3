-- What came of each time the ranking learned, used or refused, in figures. What it ranks by is not here but in the file of
-- the index. The newest few hundred are kept.
create table ranking_lesson (
  id         bigint           generated always as identity primary key,
  learned_at timestamptz      not null,
  learned_by bigint,                                -- who asked for it; nobody at night
  seconds    double precision not null,
  orders     bigint           not null,             -- in the index when it was learned
  report     jsonb            not null              -- what was learned from, how it did on what was held out, the verdict
);
