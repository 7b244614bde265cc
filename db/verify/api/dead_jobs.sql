-- Verify howdah:api/dead_jobs on pg

begin;

select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/dead-jobs/redrive';
select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/dead-jobs/purge';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/dead-jobs';
select 'api.dead_count'::regtype;
select 'api.list_dead_jobs(bigint,integer,text,text,text)'::regprocedure;
select 'api.redrive_dead_jobs(text,text,text,timestamp with time zone,timestamp with time zone)'::regprocedure;
select 'api.purge_dead_jobs(text,text,text,timestamp with time zone,timestamp with time zone)'::regprocedure;

rollback;
