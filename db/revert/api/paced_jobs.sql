-- Revert howdah:api/paced_jobs from pg

begin;

select gateway.withdraw('POST', '/v1/jobs/debounce');
select gateway.withdraw('POST', '/v1/jobs/throttle');

drop function api.throttle_job(text,double precision,core.word,jsonb,core.word,smallint,boolean,smallint,text,text,smallint,boolean);
drop function api.debounce_job(text,double precision,core.word,jsonb,core.word,smallint,double precision,smallint,text,text,smallint,boolean);
drop type api.throttled_job;

commit;
