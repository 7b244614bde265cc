-- Deploy howdah:api/roles to pg
-- requires: api/schema
-- requires: iam/manage_roles

begin;

set local role api_owner;

create type api.role as (name core.slug, description text, permissions text[], is_builtin boolean);
comment on type api.role is 'What members and keys may do, under a name.';
comment on column api.role.name is 'The name of the role.';
comment on column api.role.description is 'Whom it is meant for.';
comment on column api.role.permissions is 'What it lets one do; * is everything in the tenant.';
comment on column api.role.is_builtin is 'Whether every tenant has it.';

create type api.permission as (name text, description text);
comment on type api.permission is 'A right that an endpoint asks for.';
comment on column api.permission.name is 'Its name.';
comment on column api.permission.description is 'What it lets one do.';

create function api.list_roles()
returns setof api.role
language sql
stable
security definer
set search_path = ''
as $$
    select r.name::core.slug, r.description, r.permissions, r.is_builtin from iam.list_roles() as r
$$;

comment on function api.list_roles is 'Lists the roles that can be given in the tenant, built-in ones first.';

create function api.create_role(name core.slug, permissions text[], description text default '')
returns api.role
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_role iam.role := iam.create_role(name, permissions, description);
begin
    return row(v_role.name, v_role.description, v_role.permissions, false)::api.role;
end
$$;

comment on function api.create_role is
    'Makes a role. Raises IA409 when the name is taken, IA422 for an unknown permission, IA403 for one that the caller does not have.';

create function api.delete_role(name core.slug)
returns void
language sql
volatile
security definer
set search_path = ''
as $$
    select iam.delete_role(name)
$$;

comment on function api.delete_role is 'Deletes a role of the tenant''s own. Raises IA404, IA409 while a key acts in it.';

create function api.list_permissions()
returns setof api.permission
language sql
stable
security definer
set search_path = ''
as $$
    select p.name, p.description from iam.list_permissions() as p
$$;

comment on function api.list_permissions is 'Lists every permission that a role can carry.';

select gateway.expose('GET', '/v1/roles', 'api.list_roles', 'List the roles', 'role.read', tags => '{roles}');
select gateway.expose(
    'POST', '/v1/roles', 'api.create_role', 'Make a role', 'role.write', tags => '{roles}', idempotency => 'optional',
    arguments => '{"name": "The name of the role.", "permissions": "What it lets one do.", "description": "Whom it is meant for."}',
    examples => '{"request": {"name": "shipping", "permissions": ["job.read", "event.read"]}}'
);
select gateway.expose(
    'DELETE', '/v1/roles/{name}', 'api.delete_role', 'Delete a role', 'role.write', tags => '{roles}',
    arguments => '{"name": "The role."}'
);
select gateway.expose('GET', '/v1/permissions', 'api.list_permissions', 'List the permissions', 'role.read', tags => '{roles}');

commit;
