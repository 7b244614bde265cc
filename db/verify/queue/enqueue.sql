-- Verify howdah:queue/enqueue on pg

begin;

select 1 / has_function_privilege('api_owner', 'queue.enqueue(core.word,jsonb,core.word,smallint,timestamp with time zone,smallint,boolean,text,text,text,smallint,timestamp with time zone,boolean,bigint,text,interval,text[],bigint[],text)', 'execute')::int;
select 1 / has_function_privilege('event_engine', 'queue.enqueue(core.word,jsonb,core.word,smallint,timestamp with time zone,smallint,boolean,text,text,text,smallint,timestamp with time zone,boolean,bigint,text,interval,text[],bigint[],text)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'queue.enqueue(core.word,jsonb,core.word,smallint,timestamp with time zone,smallint,boolean,text,text,text,smallint,timestamp with time zone,boolean,bigint,text,interval,text[],bigint[],text)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.enqueue_batch(core.word,jsonb[],core.word,smallint,boolean,text,timestamp with time zone,smallint,text,text,smallint,timestamp with time zone,boolean,bigint,bigint[],text)', 'execute')::int;
select 1 / has_function_privilege('event_engine', 'queue.enqueue_batch(core.word,jsonb[],core.word,smallint,boolean,text,timestamp with time zone,smallint,text,text,smallint,timestamp with time zone,boolean,bigint,bigint[],text)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'queue.enqueue_batch(core.word,jsonb[],core.word,smallint,boolean,text,timestamp with time zone,smallint,text,text,smallint,timestamp with time zone,boolean,bigint,bigint[],text)', 'execute')::int;

rollback;
