-- Revert howdah:event/announce_job_ends from pg

begin;

delete from queue.hook where function_name = 'event.announce_job_ends';

drop function event.announce_job_ends(jsonb);

commit;
