-- Revert howdah:tenancy/membership from pg

begin;

drop function tenancy.remove_member(uuid);
drop function tenancy.get_member(uuid);
drop function tenancy.put_member(uuid,core.slug);
drop function tenancy.list_members(uuid,integer);
drop table tenancy.membership;

commit;
