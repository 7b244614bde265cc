-- Revert howdah:queue/job from pg

begin;

drop function queue.find_job(uuid,bigint);
drop view queue.job;

commit;
