-- Verify howdah:event/event on pg

begin;

select 1 / count(*) from ops.log where log_table = 'event.event';
select 'event.event_id_seq'::regclass;
select tenant_id, event_id, xid, emitted_at, type, key, data from event.event where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'event.event'::regclass;

rollback;
