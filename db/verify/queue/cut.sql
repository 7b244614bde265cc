-- Verify howdah:queue/cut on pg

begin;

select 'queue.floor_after(queue.turn,pulse.tick)'::regprocedure;
select 'queue.cut_lots(queue.turn,pulse.tick,bigint)'::regprocedure;
select 'queue.may_skip_timers(queue.turn,pulse.tick,boolean)'::regprocedure;
select 'queue.cut_timers(queue.turn,pulse.tick)'::regprocedure;
select 'queue.look_at_others(queue.turn,queue.timer[],pulse.tick)'::regprocedure;
select 'queue.cut(queue.turn)'::regprocedure;

rollback;
