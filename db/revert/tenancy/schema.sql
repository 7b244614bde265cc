-- Revert howdah:tenancy/schema from pg

begin;

drop schema tenancy;

commit;
