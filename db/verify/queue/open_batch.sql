-- Verify howdah:queue/open_batch on pg

begin;

select 'queue.batch_view'::regtype;
select 1 / has_function_privilege('api_owner', 'queue.open_batch(core.word,jsonb,core.word,smallint,boolean,text)', 'execute')::int;
select 1 / has_function_privilege('event_engine', 'queue.open_batch(core.word,jsonb,core.word,smallint,boolean,text)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'queue.open_batch(core.word,jsonb,core.word,smallint,boolean,text)', 'execute')::int;
select 'queue.find_batch(bigint)'::regprocedure;
select 1 / has_function_privilege('api_owner', 'queue.get_batch(bigint)', 'execute')::int;
select 1 / has_function_privilege('event_engine', 'queue.get_batch(bigint)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'queue.get_batch(bigint)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.close_batch(bigint)', 'execute')::int;
select 1 / has_function_privilege('event_engine', 'queue.close_batch(bigint)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'queue.close_batch(bigint)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.start_batch(core.word,jsonb[],core.word,jsonb,core.word,core.word,smallint,boolean,text,timestamp with time zone,smallint,text,smallint,timestamp with time zone,boolean)', 'execute')::int;
select 1 / has_function_privilege('event_engine', 'queue.start_batch(core.word,jsonb[],core.word,jsonb,core.word,core.word,smallint,boolean,text,timestamp with time zone,smallint,text,smallint,timestamp with time zone,boolean)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'queue.start_batch(core.word,jsonb[],core.word,jsonb,core.word,core.word,smallint,boolean,text,timestamp with time zone,smallint,text,smallint,timestamp with time zone,boolean)', 'execute')::int;

rollback;
