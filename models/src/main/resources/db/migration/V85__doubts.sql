-- Why the bot did not act upon what it read first ('too-short', 'other-language', 'unknown-words', 'none-of-ours',
-- 'several-readings'); null where it may have, and for what was heard before this.
alter table heard_utterance add column doubt text;
