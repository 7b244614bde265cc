-- Deploy howdah:audit/record to pg
-- requires: audit/entry
-- requires: core/context

begin;

set local role audit_owner;

create function audit.record(action text, status smallint default 200, details jsonb default null)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    insert into audit.entry (tenant_id, principal_id, request_id, action, status, details)
    values (core.tenant_id(), core.principal_id(), core.request_id(), action, status, details);
end
$$;

comment on function audit.record is
    'Writes an entry for the context of this transaction. Raises 42501 without a tenant.';
grant execute on function audit.record to gateway_owner, api_owner;

create function audit.maintain()
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    perform ops.maintain_log('audit.entry');
    perform ops.drop_expired('audit.entry');
end
$$;

comment on function audit.maintain is 'Creates the partitions of entries that come next and drops those past their retention.';
grant execute on function audit.maintain to ops_owner;

select ops.register_maintenance('audit.maintain');

commit;
