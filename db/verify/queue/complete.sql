-- Verify howdah:queue/complete on pg

begin;

select 1 / has_function_privilege('howdah_worker', 'queue.enter(bigint,uuid,bigint)', 'execute')::int;
select 'queue.note_success(queue.page,bigint,jsonb)'::regprocedure;
select 1 / has_function_privilege('howdah_worker', 'queue.complete(bigint,uuid,bigint,jsonb)', 'execute')::int;
select 'queue.perform_one(queue.page,queue.job)'::regprocedure;
select 1 / has_function_privilege('howdah_worker', 'queue.perform(bigint,uuid,bigint[])', 'execute')::int;

rollback;
