-- Revert howdah:queue/lay from pg

begin;

drop function queue.lay(queue.turn,queue.attempt[]);
drop function queue.lay_one(queue.turn,queue.attempt);
drop function queue.start_tag(queue.turn,smallint,uuid);
drop function queue.end_tag(integer,smallint,uuid);

commit;
