-- Revert howdah:queue/state from pg

begin;

drop function queue.derive_state(queue.job);
drop function queue.last_timer(uuid,bigint);
drop function queue.last_attempt(uuid,bigint);
drop type queue.job_state;

commit;
