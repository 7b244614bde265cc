-- Verify howdah:queue/cut on pg

begin;

select 'queue.fresh_attempts(pulse.tick,pulse.tick)'::regprocedure;
select 'queue.lay_pages(pulse.tick,pulse.tick)'::regprocedure;
select 'queue.has_fresh_attempts(pulse.tick)'::regprocedure;
select 'queue.cut()'::regprocedure;
select 'queue.lock_cutting()'::regprocedure;

rollback;
