-- Deploy howdah:tenancy/membership to pg
-- requires: tenancy/tenant

begin;

set local role tenancy_owner;

create table tenancy.membership (
    tenant_id uuid not null references tenancy.tenant (tenant_id),
    user_id uuid not null,
    role core.slug not null,
    joined_at timestamptz not null default core.now(),
    primary key (tenant_id, user_id)
);

comment on table tenancy.membership is 'Which users belong to which tenant, and as what.';
comment on column tenancy.membership.tenant_id is 'The tenant.';
comment on column tenancy.membership.user_id is 'The user.';
comment on column tenancy.membership.role is 'The name of the role that the user has here.';
comment on column tenancy.membership.joined_at is 'Since when.';

select core.protect('tenancy.membership');
grant usage on type tenancy.membership to api_owner;

create function tenancy.list_members(after uuid, "limit" integer)
returns setof tenancy.membership
language sql
stable
security definer
set search_path = ''
as $$
    select m.*
    from tenancy.membership as m
    where m.tenant_id = (select core.tenant_id())
        and (list_members.after is null or m.user_id > list_members.after)
    order by m.user_id
    limit list_members."limit"
$$;

comment on function tenancy.list_members is 'The members of the tenant of the context, in the order of their ids.';

create function tenancy.put_member(user_id uuid, role core.slug)
returns tenancy.membership
language sql
volatile
security definer
set search_path = ''
as $$
    insert into tenancy.membership as m (tenant_id, user_id, role)
    values (core.tenant_id(), put_member.user_id, put_member.role)
    on conflict on constraint membership_pkey do update set role = excluded.role
    returning m
$$;

comment on function tenancy.put_member is 'Makes a user a member with this role, or changes the role of one.';

create function tenancy.get_member(user_id uuid)
returns tenancy.membership
language sql
stable
security definer
set search_path = ''
as $$
    select m
    from tenancy.membership as m
    where m.tenant_id = (select core.tenant_id()) and m.user_id = get_member.user_id
$$;

comment on function tenancy.get_member is 'The membership of one user in the tenant of the context; null when there is none.';

create function tenancy.remove_member(user_id uuid)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    delete from tenancy.membership as m
    where m.tenant_id = core.tenant_id() and m.user_id = remove_member.user_id;

    if not found then
        raise exception using
            errcode = 'TE404', message = format('user %s is not a member', remove_member.user_id);
    end if;
end
$$;

comment on function tenancy.remove_member is 'Ends a membership. Raises TE404 when there is none.';

grant execute on function
    tenancy.list_members(uuid, integer), tenancy.put_member(uuid, core.slug),
    tenancy.get_member(uuid), tenancy.remove_member(uuid)
to api_owner;

commit;
