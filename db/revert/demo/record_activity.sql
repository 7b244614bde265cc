-- Revert howdah:demo/record_activity from pg

begin;

drop function demo.record_activity(bigint, core.word, text, text, text, timestamptz);

commit;
