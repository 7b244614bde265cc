-- Verify howdah:api/dead_letters on pg

begin;

select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/dead-letters';
select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/dead-letters/purge';
select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/dead-letters/redrive';
select 'api.treated_jobs'::regtype;
select 1 / has_function_privilege('gateway_owner', 'api.list_dead_letters(bigint,integer,text,text,text,timestamp with time zone,timestamp with time zone)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.redrive_dead_letters(bigint[],text,text,text,timestamp with time zone,timestamp with time zone,integer)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.purge_dead_letters(bigint[],text,text,text,timestamp with time zone,timestamp with time zone,integer)', 'execute')::int;

rollback;
