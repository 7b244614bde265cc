-- Revert howdah:iam/check_grantable from pg

begin;

drop function iam.check_grantable(core.slug);
drop function iam.check_permissions_grantable(text[]);
drop function iam.own_permissions();
drop function iam.permissions_of(text);

commit;
