-- Verify howdah:api/jobs on pg

begin;

select 1 / count(*) from gateway.route where method = 'DELETE' and path = '/v1/jobs/{job_id}';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/jobs';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/jobs/{job_id}';
select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/jobs';
select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/jobs/bulk';
select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/jobs/{job_id}/cancel';
select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/jobs/{job_id}/retry';
select 1 / count(*) from gateway.nullable_field where type_name = 'api.progress';
select 1 / count(*) from gateway.nullable_field where type_name = 'api.job';
select 1 / count(*) from gateway.nullable_field where type_name = 'api.new_job';
select 'api.job_state'::regtype;
select 'api.depends_policy'::regtype;
select 'api.progress'::regtype;
select 'api.job'::regtype;
select 'api.new_job'::regtype;
select 'api.enqueued_jobs'::regtype;
select 1 / has_function_privilege('gateway_owner', 'api.view_job(queue.job_view)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.enqueue_job(core.word,jsonb,core.word,smallint,timestamp with time zone,smallint,text,text,smallint,timestamp with time zone,boolean,bigint,text,integer,api.job_state[],bigint[],api.depends_policy)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.check_new_jobs(api.new_job[])', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.enqueue_jobs(api.new_job[])', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.get_job(bigint)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.list_jobs(bigint,integer,text,text,api.job_state)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.cancel_job(bigint)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.retry_job(bigint)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.purge_job(bigint)', 'execute')::int;

rollback;
