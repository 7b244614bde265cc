-- Revert howdah:queue/park from pg

begin;

drop function queue.look_at_suspended(queue.turn);
drop function queue.look_at_gates(queue.turn,queue.timer[]);
drop function queue.look_at(queue.turn,queue.gate);
drop function queue.open_gate(queue.turn,queue.gate,bigint);
drop function queue.next_parked(queue.gate);
drop function queue.let_in(queue.turn,queue.parked);
drop function queue.wake_gate(queue.gate);
drop function queue.park(queue.parked);

commit;
