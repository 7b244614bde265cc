-- Revert howdah:api/dead_jobs from pg

begin;

select gateway.withdraw('GET', '/v1/dead-jobs');
select gateway.withdraw('POST', '/v1/dead-jobs/purge');
select gateway.withdraw('POST', '/v1/dead-jobs/redrive');

drop function api.purge_dead_jobs(bigint[],text,text,text,timestamp with time zone,timestamp with time zone,integer);
drop function api.redrive_dead_jobs(bigint[],text,text,text,timestamp with time zone,timestamp with time zone,integer);
drop function api.list_dead_jobs(bigint,integer,text,text,text,timestamp with time zone,timestamp with time zone);
drop type api.dead_count;

commit;
