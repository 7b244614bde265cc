-- Revert howdah:queue/cut from pg

begin;

drop function queue.cut(queue.turn);
drop function queue.look_at_others(queue.turn,queue.timer[],pulse.tick);
drop function queue.cut_timers(queue.turn,pulse.tick);
drop function queue.may_skip_timers(queue.turn,pulse.tick,boolean);
drop function queue.cut_lots(queue.turn,pulse.tick,bigint);
drop function queue.floor_after(queue.turn,pulse.tick);

commit;
