-- Deploy howdah:iam/user to pg
-- requires: iam/schema
-- requires: core/protect
-- requires: core/types

begin;

set local role iam_owner;

create table iam.user_account (
    user_id uuid not null default core.new_id() primary key,
    email core.email not null,
    name core.title,
    created_at timestamptz not null default core.now()
);

create unique index user_account_email_key on iam.user_account (lower(email));

comment on table iam.user_account is 'A person; may be a member of many tenants.';
comment on column iam.user_account.user_id is 'The id of the user.';
comment on column iam.user_account.email is 'The e-mail address; one user each, whatever the case of its letters.';
comment on column iam.user_account.name is 'The name of the person; null while unknown.';
comment on column iam.user_account.created_at is 'Since when the user is known.';

select core.confine('iam.user_account', 'iam_owner');
grant usage on type iam.user_account to api_owner;

create function iam.ensure_user(email core.email, name core.title default null)
returns iam.user_account
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
    v_user iam.user_account;
begin
    insert into iam.user_account (email, name)
    values (ensure_user.email, ensure_user.name)
    on conflict (lower(email)) do nothing;

    select u.* into v_user from iam.user_account as u where lower(u.email) = lower(ensure_user.email);
    return v_user;
end
$$;

comment on function iam.ensure_user is
    'The user with this e-mail address, made if there is none; an existing one keeps its name.';

create function iam.get_users(user_ids uuid[])
returns setof iam.user_account
language sql
stable
security definer
set search_path = ''
as $$
    select u.* from iam.user_account as u where u.user_id = any (get_users.user_ids)
$$;

comment on function iam.get_users is 'These users. The caller has found them among the members of the tenant.';
grant execute on function iam.ensure_user(core.email, core.title), iam.get_users(uuid[]) to api_owner;

commit;
