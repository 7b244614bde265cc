-- Revert howdah:queue/fire_schedule from pg

begin;

drop function queue.refuse_schedule(uuid,uuid,integer,text);
drop function queue.fire_schedule(uuid,uuid,integer,timestamp with time zone,timestamp with time zone[],timestamp with time zone);
drop function queue.fire_own_schedule(uuid,integer,timestamp with time zone,timestamp with time zone[],timestamp with time zone);
drop function queue.advance_schedule(queue.schedule,timestamp with time zone,timestamp with time zone[],timestamp with time zone);
drop function queue.fire_times(queue.schedule,timestamp with time zone[]);
drop function queue.fire_once(queue.schedule,timestamp with time zone);
drop function queue.times_to_fire(queue.schedule,timestamp with time zone,timestamp with time zone[]);

commit;
