-- Verify howdah:queue/fire_schedule on pg

begin;

select 'queue.times_to_fire(queue.schedule,timestamp with time zone,timestamp with time zone[])'::regprocedure;
select 'queue.fire_once(queue.schedule,timestamp with time zone)'::regprocedure;
select 'queue.fire_times(queue.schedule,timestamp with time zone[])'::regprocedure;
select 'queue.advance_schedule(queue.schedule,timestamp with time zone,timestamp with time zone[],timestamp with time zone)'::regprocedure;
select 1 / has_function_privilege('queue_engine', 'queue.fire_own_schedule(uuid,integer,timestamp with time zone,timestamp with time zone[],timestamp with time zone)', 'execute')::int;
select 1 / has_function_privilege('howdah_worker', 'queue.fire_schedule(uuid,uuid,integer,timestamp with time zone,timestamp with time zone[],timestamp with time zone)', 'execute')::int;
select 1 / has_function_privilege('howdah_worker', 'queue.refuse_schedule(uuid,uuid,integer,text)', 'execute')::int;

rollback;
