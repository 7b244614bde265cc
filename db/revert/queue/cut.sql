-- Revert howdah:queue/cut from pg

begin;

drop function queue.cut(queue.turn);
drop function queue.floor_after(queue.turn,pulse.tick);
drop function queue.lay(queue.turn,queue.attempt[]);
drop function queue.lay_one(queue.turn,queue.attempt);
drop function queue.start_tag(queue.turn,smallint,uuid);
drop function queue.end_tag(integer,smallint,uuid);

commit;
