-- Verify howdah:queue/cancel on pg

begin;

select 'queue.tenant_lock()'::regprocedure;
select 'queue.lock_job(bigint)'::regprocedure;
select 'queue.set_free(queue.job)'::regprocedure;
select 1 / has_function_privilege('api_owner', 'queue.cancel(bigint)', 'execute')::int;
select 'queue.revive(queue.job,smallint)'::regprocedure;
select 1 / has_function_privilege('api_owner', 'queue.retry(bigint)', 'execute')::int;

rollback;
