-- Verify howdah:audit/entry on pg

begin;

select 1 / count(*) from ops.log where log_table = 'audit.entry';
select 'audit.entry_id_seq'::regclass;
select
    tenant_id, entry_id, recorded_at, principal_id, request_id, action,
    status, details
from audit.entry
where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'audit.entry'::regclass;

rollback;
