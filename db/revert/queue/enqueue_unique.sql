-- Revert howdah:queue/enqueue_unique from pg

begin;

drop function queue.enqueue_unique(text,core.word,jsonb,core.word,smallint,interval,text[],timestamp with time zone,smallint,boolean,text,text,text,smallint,timestamp with time zone,boolean,bigint,bigint[],text);
drop function queue.accept_request(queue.job_request);
drop function queue.new_lot(queue.job_request);
drop type queue.job_request;

commit;
