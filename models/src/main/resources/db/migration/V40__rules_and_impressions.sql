-- A draft's version changes with every save, and is never used twice: who saves over an older one is told so.
create sequence rule_draft_version;
alter table rule_set add column version bigint not null default 0;

-- One product in one list put before agents in one episode is one impression, however often the panel is drawn.
alter table impression
  add column episode     int not null default 0,
  add column accepted_at timestamptz,
  add column ordered_at  timestamptz,
  add column "order"     text;
create unique index impression_once on impression (conversation, episode, list, product);
