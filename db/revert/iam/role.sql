-- Revert howdah:iam/role from pg

begin;

drop table iam.role;
drop table iam.builtin_role;
drop table iam.permission;

commit;
