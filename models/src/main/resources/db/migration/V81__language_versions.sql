-- The models of the shop's language: the build's own one, as far as it was judged, and those trained here. The one marked
-- as live is read with by every server of the build that it was made for; others read with their build's own.
create table language_version (
  id         bigint generated always as identity primary key,
  language   text             not null,
  build      text             not null,             -- fingerprint of all that a model depends on beside the corrections
  origin     text             not null check (origin in ('build', 'trained')),
  trained_at timestamptz      not null,
  trained_by bigint,
  lessons    int              not null,             -- how many corrections it was trained with
  seconds    double precision not null,
  figures    jsonb            not null,             -- what it reached on what it had not seen
  verdict    jsonb,                                 -- of the gate, with what the live one reached then
  refused    boolean          not null,
  weights    bytea,                                 -- none of the build's, of refused ones, of those long past
  live       boolean          not null default false,
  live_since timestamptz
);
create unique index language_version_one_live on language_version (language) where live;
create unique index language_version_one_of_a_build on language_version (language, build) where origin = 'build';

-- The training under way, or the last one: one at a time, whoever begins it. Whoever trains says every few seconds that
-- they still do; a training that has been silent for long broke off.
create table language_training (
  language    text             primary key,
  id          uuid             not null,
  stage       text             not null,
  share       double precision not null,
  started_at  timestamptz      not null,
  started_by  bigint,
  beat_at     timestamptz      not null,
  finished_at timestamptz,
  version     bigint,
  problem     text
);

create function tell_of_language() returns trigger language plpgsql as $$
begin
  perform pg_notify('outfitter_language', '');
  return null;
end $$;
create trigger language_changed after insert or update of live on language_version
  for each statement execute function tell_of_language();
