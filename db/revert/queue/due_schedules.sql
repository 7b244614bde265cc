-- Revert howdah:queue/due_schedules from pg

begin;

drop function queue.recheck_schedules(uuid);
drop function queue.due_schedules(integer);
drop function queue.rest_schedules();

revoke execute on function queue.expand_cron(text), queue.made_up_since(queue.missed_policy, timestamptz) from queue_engine;

commit;
