-- Revert howdah:queue/get_schedule from pg

begin;

drop function queue.list_schedules(uuid,integer);
drop function queue.get_schedule(uuid);
drop function queue.view_schedule(queue.schedule);
drop type queue.schedule_view;

commit;
