-- Revert howdah:queue/enqueue from pg

begin;

drop function queue.enqueue_batch(core.word,jsonb[],core.word,smallint,boolean,text,timestamp with time zone,smallint,text,text,smallint,timestamp with time zone,boolean,bigint,bigint[],text);
drop function queue.enqueue(core.word,jsonb,core.word,smallint,timestamp with time zone,smallint,boolean,text,text,text,smallint,timestamp with time zone,boolean,bigint,text,interval,text[],bigint[],text);

commit;
