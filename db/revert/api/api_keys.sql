-- Revert howdah:api/api_keys from pg

begin;

select gateway.withdraw('DELETE', '/v1/api-keys/{api_key_id}');
select gateway.withdraw('GET', '/v1/api-keys');
select gateway.withdraw('GET', '/v1/whoami');
select gateway.withdraw('POST', '/v1/api-keys');
delete from gateway.nullable_field where type_name = 'api.api_key';

drop function api.whoami();
drop function api.revoke_api_key(uuid);
drop function api.list_api_keys(uuid,integer);
drop function api.create_api_key(core.title,core.slug,timestamp with time zone);
drop function api.view_api_key(iam.api_key);
drop type api.caller;
drop type api.created_api_key;
drop type api.api_key;

commit;
