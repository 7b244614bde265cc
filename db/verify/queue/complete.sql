-- Verify howdah:queue/complete on pg

begin;

select 'queue.trace_of(uuid,bigint)'::regprocedure;
select 1 / has_function_privilege('howdah_worker', 'queue.enter(bigint,uuid,bigint)', 'execute')::int;
select 'queue.note_success(queue.page,bigint,jsonb)'::regprocedure;
select 1 / has_function_privilege('howdah_worker', 'queue.complete(bigint,uuid,bigint,jsonb)', 'execute')::int;
select 'queue.work'::regtype;
select 'queue.work_in(queue.page,bigint[])'::regprocedure;
select 'queue.call_handler(queue.page,queue.work)'::regprocedure;
select 'queue.note_successes(queue.page,bigint[])'::regprocedure;
select 'queue.perform_work(queue.page,queue.work)'::regprocedure;
select 1 / has_function_privilege('howdah_worker', 'queue.perform(bigint,uuid,bigint[])', 'execute')::int;

rollback;
