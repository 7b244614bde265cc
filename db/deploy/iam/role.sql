-- Deploy howdah:iam/role to pg
-- requires: iam/schema
-- requires: core/protect
-- requires: core/types

begin;

set local role iam_owner;

create table iam.permission (
    name text not null primary key,
    description text not null
);

comment on table iam.permission is 'Every right that an endpoint asks for; declared by gateway.expose.';
comment on column iam.permission.name is 'Noun and verb, such as job.read. Those that begin with operator. are the platform''s own and no tenant''s role can carry them.';
comment on column iam.permission.description is 'What it lets one do.';

select core.confine('iam.permission', 'iam_owner');

create table iam.builtin_role (
    name core.slug not null primary key,
    description text not null,
    permissions text[] not null,
    is_operator boolean not null default false
);

comment on table iam.builtin_role is 'The roles that every tenant has.';
comment on column iam.builtin_role.name is 'The name of the role.';
comment on column iam.builtin_role.description is 'Whom it is meant for.';
comment on column iam.builtin_role.permissions is 'What it lets one do; * is everything but the operator''s rights.';
comment on column iam.builtin_role.is_operator is 'Only for those who run the platform; no tenant can give it.';

select core.confine('iam.builtin_role', 'iam_owner');
create policy engine_reads_builtin_role on iam.builtin_role for select to iam_engine using (true);

insert into iam.builtin_role (name, description, permissions, is_operator)
values
('operator', 'Runs the platform: creates tenants and suspends them, pauses and limits queues.', '{*,operator.tenant.create,operator.tenant.read,operator.tenant.suspend,operator.queue.write}', true),
('owner', 'May do everything in the tenant.', '{*}', false),
('member', 'Works with jobs, schedules and events.', '{tenant.read,member.read,job.read,job.write,event.read,event.emit,rule.read,queue.read,schedule.read,schedule.write}', false),
('reader', 'Looks and changes nothing.', '{tenant.read,member.read,job.read,event.read,rule.read,queue.read,schedule.read}', false);

create table iam.role (
    tenant_id uuid not null,
    name core.slug not null,
    description text not null default '',
    permissions text[] not null,
    created_at timestamptz not null default core.now(),
    primary key (tenant_id, name),
    constraint no_permission_of_the_operator check (array_to_string(permissions, ',') !~ '(^|,)operator\.'),
    constraint every_permission_has_a_name check (array_position(permissions, null) is null)
);

comment on table iam.role is 'The roles that a tenant has made for itself.';
comment on column iam.role.tenant_id is 'The tenant.';
comment on column iam.role.name is 'The name of the role; not that of a built-in one.';
comment on column iam.role.description is 'Whom it is meant for.';
comment on column iam.role.permissions is 'What it lets one do.';
comment on column iam.role.created_at is 'Since when it exists.';

select core.protect('iam.role', 'iam_engine');
grant select on iam.role, iam.builtin_role to iam_engine;

commit;
