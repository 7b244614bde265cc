-- Revert howdah:tenancy/get_tenant from pg

begin;

drop function tenancy.rename_tenant(core.title);
drop function tenancy.get_tenant();

commit;
