-- Revert howdah:queue/enqueue from pg

begin;

drop function queue.enqueue_batch(core.word,jsonb[],core.word,smallint,boolean,text);
drop function queue.enqueue(core.word,jsonb,core.word,smallint,timestamp with time zone,smallint,boolean,text);
drop function queue.check_queue(text);

commit;
