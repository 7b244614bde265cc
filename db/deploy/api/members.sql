-- Deploy howdah:api/members to pg
-- requires: api/schema
-- requires: tenancy/membership
-- requires: iam/user
-- requires: iam/check_grantable

begin;

set local role api_owner;

create type api.member as (user_id uuid, email core.email, name core.title, role core.slug, joined_at timestamptz);
comment on type api.member is 'A user who belongs to the tenant.';
comment on column api.member.user_id is 'The id of the user.';
comment on column api.member.email is 'The e-mail address.';
comment on column api.member.name is 'The name of the person; null while unknown.';
comment on column api.member.role is 'The role that the user has here.';
comment on column api.member.joined_at is 'Since when the user belongs to the tenant.';
select gateway.declare_nullable('api.member', 'name');

create function api.view_members(members tenancy.membership[])
returns setof api.member
language sql
stable
set search_path = ''
as $$
    select m.user_id, u.email, u.name, m.role, m.joined_at
    from unnest(members) as m
        inner join iam.get_users(array(select n.user_id from unnest(members) as n)) as u on u.user_id = m.user_id
    order by m.user_id
$$;

comment on function api.view_members is 'Members as the API shows them.';

create function api.list_members(after uuid default null, "limit" integer default 50)
returns setof api.member
language sql
stable
security definer
set search_path = ''
as $$
    select v.* from api.view_members(array(select m from tenancy.list_members(after, "limit") as m)) as v
$$;

comment on function api.list_members is 'Lists who belongs to the tenant.';

create function api.add_member(email core.email, role core.slug, name core.title default null)
returns api.member
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_user iam.user_account;
begin
    perform iam.check_grantable(role);
    v_user := iam.ensure_user(email, name);

    if (tenancy.get_member(v_user.user_id)).user_id is not null then
        raise exception using errcode = 'TE409', message = format('%s is a member already', email);
    end if;

    return (select v from api.view_members(array[tenancy.put_member(v_user.user_id, role)]) as v);
end
$$;

comment on function api.add_member is
    'Makes a person a member. Raises TE409 when they are one, IA403 when the role carries more than the caller has, IA422 for an unknown role.';

-- The role of a member may have been deleted since: then it carries nothing.
create function api.check_removable(user_id uuid)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_member tenancy.membership := tenancy.get_member(user_id);
begin
    if v_member.user_id is null then
        raise exception using errcode = 'TE404', message = format('user %s is not a member', user_id);
    end if;

    perform iam.check_permissions_grantable(coalesce(iam.permissions_of(v_member.role), '{}'));
end
$$;

comment on function api.check_removable is
    'Raises TE404 when the user is not a member, IA403 when their role carries more than the caller has.';
revoke execute on function api.check_removable from gateway_owner;

create function api.change_member(user_id uuid, role core.slug)
returns api.member
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    perform api.check_removable(user_id);
    perform iam.check_grantable(role);
    return (select v from api.view_members(array[tenancy.put_member(user_id, role)]) as v);
end
$$;

comment on function api.change_member is
    'Gives a member another role. Raises TE404, IA403 when the old or the new role carries more than the caller has, IA422.';

create function api.remove_member(user_id uuid)
returns void
language sql
volatile
security definer
set search_path = ''
as $$
    select api.check_removable(user_id);
    select tenancy.remove_member(user_id)
$$;

comment on function api.remove_member is 'Ends a membership. Raises TE404, IA403 when the role carries more than the caller has.';

select gateway.expose('GET', '/v1/members', 'api.list_members', 'List the members', 'member.read', tags => '{members}', page_key => 'user_id');
select gateway.expose(
    'POST', '/v1/members', 'api.add_member', 'Add a member', 'member.write', tags => '{members}', idempotency => 'optional',
    arguments => '{"email": "The e-mail address.", "role": "The role.", "name": "The name of the person."}',
    examples => '{"request": {"email": "ada@example.org", "role": "member", "name": "Ada"}}'
);
select gateway.expose(
    'PATCH', '/v1/members/{user_id}', 'api.change_member', 'Change the role of a member', 'member.write', tags => '{members}',
    arguments => '{"user_id": "The user.", "role": "The new role."}'
);
select gateway.expose(
    'DELETE', '/v1/members/{user_id}', 'api.remove_member', 'Remove a member', 'member.write', tags => '{members}',
    arguments => '{"user_id": "The user."}'
);

commit;
