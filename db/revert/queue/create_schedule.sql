-- Revert howdah:queue/create_schedule from pg

begin;

drop function queue.create_schedule(core.word,text,core.word,text,jsonb,core.word,smallint,smallint,boolean,queue.missed_policy,smallint,boolean);

commit;
