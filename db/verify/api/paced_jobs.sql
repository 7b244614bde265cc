-- Verify howdah:api/paced_jobs on pg

begin;

select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/jobs/throttle';
select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/jobs/debounce';
select 'api.throttled_job'::regtype;
select 'api.debounce_job(text,double precision,core.word,jsonb,core.word,smallint,double precision,smallint,text,text,smallint,boolean)'::regprocedure;
select 'api.throttle_job(text,double precision,core.word,jsonb,core.word,smallint,boolean,smallint,text,text,smallint,boolean)'::regprocedure;

rollback;
