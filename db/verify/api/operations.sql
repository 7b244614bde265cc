-- Verify howdah:api/operations on pg

begin;

select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/jobs/{job_id}/whereabouts';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/pages';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/queues/{queue}/blocked-keys';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/queues/{queue}/statistics';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/queues/{queue}/tenants';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/workers';
select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/pages/{page_id}/take-back';
select 1 / count(*) from gateway.nullable_field where type_name = 'api.statistic';
select 1 / count(*) from gateway.nullable_field where type_name = 'api.tenant_blocked_key';
select 1 / count(*) from gateway.nullable_field where type_name = 'api.located_job';
select 'api.statistic'::regtype;
select 'api.waiting_tenant'::regtype;
select 'api.tenant_blocked_key'::regtype;
select 'api.worker'::regtype;
select 'api.page'::regtype;
select 'api.taken_back'::regtype;
select 'api.located_job'::regtype;
select 1 / has_function_privilege('gateway_owner', 'api.get_statistics(text,boolean,integer)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.list_waiting_tenants(text)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.list_tenants_blocked_keys(text,text)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.list_workers()', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.list_pages()', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.take_back_page(bigint)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.locate_job(bigint)', 'execute')::int;

rollback;
