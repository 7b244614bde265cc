-- Revert howdah:queue/get_job from pg

begin;

drop function queue.get_job(bigint);
drop function queue.is_purged(uuid,bigint);
drop function queue.view_job(queue.job);
drop function queue.latest_progress(queue.job,bigint);
drop type queue.job_view;
drop type queue.progress_view;

commit;
