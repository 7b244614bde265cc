-- Verify howdah:queue/limit on pg

begin;

select queue_id, gate, concurrency, rate, burst from queue.gate_limit where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.gate_limit'::regclass;
select 'queue.note_limits(integer)'::regprocedure;
select 1 / has_function_privilege('queue_engine', 'queue.queue_id_of(text)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.set_limit(text,text,integer,double precision,integer)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.set_share(text,uuid,smallint,integer,double precision,integer)', 'execute')::int;

rollback;
