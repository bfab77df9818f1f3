-- What customers wrote, without what tells who they are, beside what the bot made of it: people say here what was meant,
-- and the shop's language is trained with it.
create table heard_utterance (
  conversation bigint      not null,
  seq          bigint      not null,           -- of the bot's trace: one utterance each
  id           bigint      generated always as identity unique,
  at           timestamptz not null,
  language     text        not null,
  text         text        not null,           -- masked before it came here
  readings     jsonb       not null,           -- the likeliest few, first the likeliest
  best         text        not null,           -- the intent of the first
  did          text        not null check (did in ('answered', 'asked-back', 'handed-over', 'waited')),
  routine      text,
  model        bigint,                         -- that read it; null for the one of the build
  doubtful     boolean     not null,           -- worth a person's look
  intent       text,                           -- what a person says it means; null with corrected_at: not to be learned from
  corrected_by bigint,
  corrected_at timestamptz,
  primary key (conversation, seq)
);
create index heard_utterance_doubtful on heard_utterance (id) where doubtful and corrected_at is null;
create index heard_utterance_corrected on heard_utterance (corrected_at, id) where corrected_at is not null;
create index heard_utterance_best on heard_utterance (best, id);
create index heard_utterance_kept on heard_utterance (at) where corrected_at is null;
create index heard_utterance_words on heard_utterance using gin (to_tsvector('simple', text));

-- Entries never change but by erasing a person, and then what was learned from them goes as well.
create function forget_heard_utterances() returns trigger language plpgsql as $$
begin
  delete from heard_utterance h using (select distinct conversation from erased) e where h.conversation = e.conversation;
  return null;
end $$;
create trigger entry_erased after update on entry referencing new table as erased
  for each statement execute function forget_heard_utterances();
