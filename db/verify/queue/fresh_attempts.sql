-- Verify howdah:queue/fresh_attempts on pg

begin;

select 'queue.fresh_jobs(pulse.tick,pulse.tick)'::regprocedure;
select 'queue.fresh_timers(pulse.tick,pulse.tick)'::regprocedure;
select 'queue.fresh_attempts(pulse.tick,pulse.tick)'::regprocedure;
select 'queue.has_fresh_attempts(pulse.tick)'::regprocedure;

rollback;
