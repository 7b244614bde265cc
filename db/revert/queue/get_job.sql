-- Revert howdah:queue/get_job from pg

begin;

drop function queue.list_jobs(bigint,integer,text,text);
drop function queue.get_job(bigint);
drop function queue.view_job(queue.job);
drop type queue.job_view;

commit;
