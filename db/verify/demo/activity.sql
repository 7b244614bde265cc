-- Verify howdah:demo/activity on pg

begin;

select tenant_id, event_id, event_name, action, repository, actor, occurred_at, recorded_at
from demo.activity
where false;

select 1 / count(*)
from pg_class
where oid = 'demo.activity'::regclass and relrowsecurity and relforcerowsecurity;

rollback;
