-- Revert howdah:queue/fresh_attempts from pg

begin;

drop function queue.has_fresh_attempts(pulse.tick);
drop function queue.fresh_attempts(pulse.tick,pulse.tick);
drop function queue.fresh_timers(pulse.tick,pulse.tick);
drop function queue.fresh_jobs(pulse.tick,pulse.tick);

commit;
