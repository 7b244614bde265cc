-- Revert howdah:api/operations from pg

begin;

select gateway.withdraw('GET', '/v1/jobs/{job_id}/whereabouts');
select gateway.withdraw('GET', '/v1/pages');
select gateway.withdraw('GET', '/v1/queues/{queue}/blocked-keys');
select gateway.withdraw('GET', '/v1/queues/{queue}/statistics');
select gateway.withdraw('GET', '/v1/queues/{queue}/tenants');
select gateway.withdraw('GET', '/v1/workers');
select gateway.withdraw('POST', '/v1/pages/{page_id}/take-back');
delete from gateway.nullable_field where type_name = 'api.statistic';
delete from gateway.nullable_field where type_name = 'api.tenant_blocked_key';
delete from gateway.nullable_field where type_name = 'api.located_job';

drop function api.locate_job(bigint);
drop function api.take_back_page(bigint);
drop function api.list_pages();
drop function api.list_workers();
drop function api.list_tenants_blocked_keys(text,text);
drop function api.list_waiting_tenants(text);
drop function api.get_statistics(text,boolean,integer);
drop type api.located_job;
drop type api.taken_back;
drop type api.page;
drop type api.worker;
drop type api.tenant_blocked_key;
drop type api.waiting_tenant;
drop type api.statistic;

commit;
