-- Revert howdah:api/roles from pg

begin;

select gateway.withdraw('DELETE', '/v1/roles/{name}');
select gateway.withdraw('GET', '/v1/permissions');
select gateway.withdraw('GET', '/v1/roles');
select gateway.withdraw('POST', '/v1/roles');

drop function api.list_permissions();
drop function api.delete_role(core.slug);
drop function api.create_role(core.slug,text[],text);
drop function api.list_roles();
drop type api.permission;
drop type api.role;

commit;
