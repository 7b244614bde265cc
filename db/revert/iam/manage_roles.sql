-- Revert howdah:iam/manage_roles from pg

begin;

drop function iam.delete_role(core.slug);
drop function iam.create_role(core.slug,text[],text);
drop function iam.list_roles();
drop function iam.list_permissions();
drop function iam.declare_permission(text,text);

commit;
