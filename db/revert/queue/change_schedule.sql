-- Revert howdah:queue/change_schedule from pg

begin;

drop function queue.delete_schedule(uuid);
drop function queue.resume_schedule(uuid);
drop function queue.pause_schedule(uuid);
drop function queue.change_schedule(uuid,core.word,text,core.word,text,jsonb,core.word,smallint,smallint,boolean,queue.missed_policy,smallint);
drop function queue.replan(queue.schedule,boolean);
drop function queue.lock_schedule(uuid);

commit;
