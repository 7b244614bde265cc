-- Verify howdah:queue/enqueue_unique on pg

begin;

select 'queue.job_request'::regtype;
select 'queue.new_lot(queue.job_request)'::regprocedure;
select 'queue.accept_request(queue.job_request)'::regprocedure;
select 1 / has_function_privilege('api_owner', 'queue.enqueue_unique(text,core.word,jsonb,core.word,smallint,interval,text[],timestamp with time zone,smallint,boolean,text,text,text,smallint,timestamp with time zone,boolean,bigint,bigint[],text)', 'execute')::int;
select 1 / has_function_privilege('event_engine', 'queue.enqueue_unique(text,core.word,jsonb,core.word,smallint,interval,text[],timestamp with time zone,smallint,boolean,text,text,text,smallint,timestamp with time zone,boolean,bigint,bigint[],text)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'queue.enqueue_unique(text,core.word,jsonb,core.word,smallint,interval,text[],timestamp with time zone,smallint,boolean,text,text,text,smallint,timestamp with time zone,boolean,bigint,bigint[],text)', 'execute')::int;

rollback;
