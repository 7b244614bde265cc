-- Deploy howdah:tenancy/tenant to pg
-- requires: tenancy/schema
-- requires: core/protect
-- requires: core/types

begin;

set local role tenancy_owner;

create table tenancy.tenant (
    tenant_id uuid not null default core.new_id() primary key,
    slug core.slug not null unique,
    name core.title not null,
    state text not null default 'active'
    constraint state_is_known check (state in ('active', 'suspended')),
    version integer not null default 1,
    created_at timestamptz not null default core.now()
);

-- Suspended tenants are few, and asked for with every claim of a worker.
create index tenant_suspended_idx on tenancy.tenant (tenant_id) where state = 'suspended';

comment on table tenancy.tenant is 'An organisation that uses the platform; all other data belongs to one.';
comment on column tenancy.tenant.tenant_id is 'The id of the tenant.';
comment on column tenancy.tenant.slug is 'Its short name, unique over all tenants.';
comment on column tenancy.tenant.name is 'Its name for people.';
comment on column tenancy.tenant.state is 'active: may work. suspended: its credentials are refused until it is active again.';
comment on column tenancy.tenant.version is 'Counts its changes.';
comment on column tenancy.tenant.created_at is 'Since when it exists.';

select core.protect('tenancy.tenant', 'tenancy_engine');
grant select, insert, update on tenancy.tenant to tenancy_engine;

commit;
