-- Revert howdah:queue/lay from pg

begin;

drop function queue.lay(queue.turn,queue.queue,queue.attempt[]);
drop function queue.lay_one(queue.turn,queue.queue,queue.attempt);
drop function queue.weight_of(integer,uuid);
drop function queue.start_tag(queue.turn,smallint,uuid);
drop function queue.end_tag(integer,smallint,uuid);

commit;
