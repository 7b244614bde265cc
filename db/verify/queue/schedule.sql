-- Verify howdah:queue/schedule on pg

begin;

select 'queue.missed_policy'::regtype;
select
    tenant_id, schedule_id, handled_until, due_at, next_fire_at, last_fire_at, version, note, name, cron, time_zone,
    queue, kind, payload, priority, max_attempts, is_announced, missed, catch_up_limit, is_paused, created_at
from queue.schedule
where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.schedule'::regclass;
select 1 / has_table_privilege('queue_engine', 'queue.schedule', 'update')::int;

rollback;
