-- Revert howdah:queue/line_up from pg

begin;

drop function queue.line_up(queue.turn,queue.queue,queue.attempt[]);
drop function queue.line_up_limited(queue.turn,queue.queue,queue.attempt);
drop function queue.line_up_ordered(queue.turn,queue.queue,queue.attempt);
drop function queue.park_attempt(integer,queue.attempt,text,text);

commit;
