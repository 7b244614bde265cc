-- Verify howdah:queue/park on pg

begin;

select 'queue.park(queue.parked)'::regprocedure;
select 'queue.wake_gate(queue.gate)'::regprocedure;
select 'queue.let_in(queue.turn,queue.parked)'::regprocedure;
select 'queue.next_parked(queue.gate)'::regprocedure;
select 'queue.open_gate(queue.turn,queue.gate,bigint)'::regprocedure;
select 'queue.look_at(queue.turn,queue.gate)'::regprocedure;
select 'queue.look_at_gates(queue.turn,queue.timer[])'::regprocedure;
select 'queue.look_at_suspended(queue.turn)'::regprocedure;

rollback;
