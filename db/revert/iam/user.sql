-- Revert howdah:iam/user from pg

begin;

drop function iam.get_users(uuid[]);
drop function iam.ensure_user(core.email,core.title);
drop table iam.user_account;

commit;
