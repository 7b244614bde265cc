-- Revert howdah:queue/open_batch from pg

begin;

drop function queue.start_batch(core.word,jsonb[],core.word,jsonb,core.word,core.word,smallint,boolean,text,timestamp with time zone,smallint,text,smallint,timestamp with time zone,boolean);
drop function queue.close_batch(bigint);
drop function queue.get_batch(bigint);
drop function queue.find_batch(bigint);
drop function queue.open_batch(core.word,jsonb,core.word,smallint,boolean,text);
drop type queue.batch_view;

commit;
