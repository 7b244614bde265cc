-- Verify howdah:api/dead_jobs on pg

begin;

select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/dead-jobs';
select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/dead-jobs/purge';
select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/dead-jobs/redrive';
select 'api.dead_count'::regtype;
select 1 / has_function_privilege('gateway_owner', 'api.list_dead_jobs(bigint,integer,text,text,text,timestamp with time zone,timestamp with time zone)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.redrive_dead_jobs(bigint[],text,text,text,timestamp with time zone,timestamp with time zone,integer)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.purge_dead_jobs(bigint[],text,text,text,timestamp with time zone,timestamp with time zone,integer)', 'execute')::int;

rollback;
