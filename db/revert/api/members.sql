-- Revert howdah:api/members from pg

begin;

select gateway.withdraw('DELETE', '/v1/members/{user_id}');
select gateway.withdraw('GET', '/v1/members');
select gateway.withdraw('PATCH', '/v1/members/{user_id}');
select gateway.withdraw('POST', '/v1/members');
delete from gateway.nullable_field where type_name = 'api.member';

drop function api.remove_member(uuid);
drop function api.change_member(uuid,core.slug);
drop function api.check_removable(uuid);
drop function api.add_member(core.email,core.slug,core.title);
drop function api.list_members(uuid,integer);
drop function api.view_members(tenancy.membership[]);
drop type api.member;

commit;
