-- Revert howdah:api/jobs from pg

begin;

select gateway.withdraw('DELETE', '/v1/jobs/{job_id}');
select gateway.withdraw('GET', '/v1/jobs');
select gateway.withdraw('GET', '/v1/jobs/{job_id}');
select gateway.withdraw('POST', '/v1/jobs');
select gateway.withdraw('POST', '/v1/jobs/batch');
select gateway.withdraw('POST', '/v1/jobs/{job_id}/cancel');
select gateway.withdraw('POST', '/v1/jobs/{job_id}/retry');
delete from gateway.nullable_field where type_name = 'api.job';
delete from gateway.nullable_field where type_name = 'api.new_job';

drop function api.purge_job(bigint);
drop function api.retry_job(bigint);
drop function api.cancel_job(bigint);
drop function api.list_jobs(bigint,integer,text,text,text);
drop function api.get_job(bigint);
drop function api.enqueue_jobs(api.new_job[]);
drop function api.enqueue_job(core.word,jsonb,core.word,smallint,timestamp with time zone,smallint,timestamp with time zone,text,text,smallint,boolean,text,integer,bigint[],bigint);
drop function api.view_job(queue.job_view);
drop type api.enqueued_jobs;
drop type api.new_job;
drop type api.job;

commit;
