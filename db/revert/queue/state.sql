-- Revert howdah:queue/state from pg

begin;

drop function queue.derive_state(queue.job);
drop function queue.freed_at(queue.job);
drop function queue.is_blocked(queue.job);
drop function queue.is_cut(queue.job);
drop function queue.running_page(integer,uuid,bigint);
drop function queue.last_outcome(uuid,bigint);
drop type queue.job_state;

commit;
