-- Verify howdah:queue/enqueue on pg

begin;

select 1 / has_function_privilege('event_owner', 'queue.check_queue(text)', 'execute')::int;
select 'queue.check_payload(jsonb,bigint)'::regprocedure;
select 'queue.check_run_at(timestamp with time zone)'::regprocedure;
select 'queue.set_timer(queue.lot)'::regprocedure;
select 'queue.add_lot(queue.lot)'::regprocedure;
select 'queue.add_lots(queue.lot)'::regprocedure;
select 1 / has_function_privilege('api_owner', 'queue.enqueue(core.word,jsonb,core.word,smallint,timestamp with time zone,smallint,boolean,text,text,text,smallint,timestamp with time zone,boolean)', 'execute')::int;
select 1 / has_function_privilege('event_engine', 'queue.enqueue(core.word,jsonb,core.word,smallint,timestamp with time zone,smallint,boolean,text,text,text,smallint,timestamp with time zone,boolean)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'queue.enqueue(core.word,jsonb,core.word,smallint,timestamp with time zone,smallint,boolean,text,text,text,smallint,timestamp with time zone,boolean)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.enqueue_batch(core.word,jsonb[],core.word,smallint,boolean,text,timestamp with time zone,smallint,text,text,smallint,timestamp with time zone,boolean)', 'execute')::int;
select 1 / has_function_privilege('event_engine', 'queue.enqueue_batch(core.word,jsonb[],core.word,smallint,boolean,text,timestamp with time zone,smallint,text,text,smallint,timestamp with time zone,boolean)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'queue.enqueue_batch(core.word,jsonb[],core.word,smallint,boolean,text,timestamp with time zone,smallint,text,text,smallint,timestamp with time zone,boolean)', 'execute')::int;

rollback;
