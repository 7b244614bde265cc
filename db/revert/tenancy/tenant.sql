-- Revert howdah:tenancy/tenant from pg

begin;

drop table tenancy.tenant;

commit;
