-- Verify howdah:queue/share on pg

begin;

select tenant_id, queue_id, weight from queue.share where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.share'::regclass;

rollback;
