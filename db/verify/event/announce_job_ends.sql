-- Verify howdah:event/announce_job_ends on pg

begin;

select 1 / count(*) from queue.hook where function_name = 'event.announce_job_ends';
select 1 / has_function_privilege('queue_owner', 'event.announce_job_ends(jsonb)', 'execute')::int;

rollback;
