-- Verify howdah:api/jobs on pg

begin;

select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/jobs/{job_id}/retry';
select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/jobs/{job_id}/cancel';
select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/jobs/batch';
select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/jobs';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/jobs/{job_id}';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/jobs';
select 1 / count(*) from gateway.route where method = 'DELETE' and path = '/v1/jobs/{job_id}';
select 'api.job'::regtype;
select 'api.new_job'::regtype;
select 'api.enqueued_jobs'::regtype;
select 'api.view_job(queue.job_view)'::regprocedure;
select 'api.enqueue_job(core.word,jsonb,core.word,smallint,timestamp with time zone,smallint,timestamp with time zone,text,text,smallint,boolean,text,integer,bigint[],bigint)'::regprocedure;
select 'api.enqueue_jobs(api.new_job[])'::regprocedure;
select 'api.get_job(bigint)'::regprocedure;
select 'api.list_jobs(bigint,integer,text,text,text)'::regprocedure;
select 'api.cancel_job(bigint)'::regprocedure;
select 'api.retry_job(bigint)'::regprocedure;
select 'api.purge_job(bigint)'::regprocedure;

rollback;
