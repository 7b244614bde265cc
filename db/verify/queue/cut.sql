-- Verify howdah:queue/cut on pg

begin;

select 'queue.lay_pages(pulse.tick,pulse.tick)'::regprocedure;
select 'queue.cut()'::regprocedure;
select 'queue.lock_cutting()'::regprocedure;

rollback;
