-- Verify howdah:queue/redrive on pg

begin;

select 'queue.check_job_ids(bigint[])'::regprocedure;
select 'queue.find_dead_among(bigint[])'::regprocedure;
select 'queue.revive_all(queue.dead[])'::regprocedure;
select 1 / has_function_privilege('api_owner', 'queue.redrive(bigint[])', 'execute')::int;
select 'queue.dead_count'::regtype;
select 'queue.take_dead(text,text,text,timestamp with time zone,timestamp with time zone,integer)'::regprocedure;
select 1 / has_function_privilege('api_owner', 'queue.redrive_dead(text,text,text,timestamp with time zone,timestamp with time zone,integer)', 'execute')::int;

rollback;
