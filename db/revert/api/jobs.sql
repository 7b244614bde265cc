-- Revert howdah:api/jobs from pg

begin;

select gateway.withdraw('DELETE', '/v1/jobs/{job_id}');
select gateway.withdraw('GET', '/v1/jobs');
select gateway.withdraw('GET', '/v1/jobs/{job_id}');
select gateway.withdraw('POST', '/v1/jobs');
select gateway.withdraw('POST', '/v1/jobs/bulk');
select gateway.withdraw('POST', '/v1/jobs/{job_id}/cancel');
select gateway.withdraw('POST', '/v1/jobs/{job_id}/retry');
delete from gateway.nullable_field where type_name = 'api.progress';
delete from gateway.nullable_field where type_name = 'api.job';
delete from gateway.nullable_field where type_name = 'api.new_job';

drop function api.purge_job(bigint);
drop function api.retry_job(bigint);
drop function api.cancel_job(bigint);
drop function api.list_jobs(bigint,integer,text,text,api.job_state);
drop function api.get_job(bigint);
drop function api.enqueue_jobs(api.new_job[]);
drop function api.check_new_jobs(api.new_job[]);
drop function api.enqueue_job(core.word,jsonb,core.word,smallint,timestamp with time zone,smallint,text,text,smallint,timestamp with time zone,boolean,bigint,text,integer,api.job_state[],bigint[],api.depends_policy);
drop function api.view_job(queue.job_view);
drop type api.enqueued_jobs;
drop type api.new_job;
drop type api.job;
drop type api.progress;
drop domain api.depends_policy;
drop domain api.job_state;

commit;
