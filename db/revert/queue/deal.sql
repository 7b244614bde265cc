-- Revert howdah:queue/deal from pg

begin;

drop function queue.deal(queue.queue,text,integer);
drop function queue.fill_at_once(queue.page,queue.attempt[]);
drop function queue.fits_at_once(queue.turn,queue.queue,queue.attempt[],integer);
drop function queue.fill_page(queue.turn,queue.page,queue.queue,integer);
drop function queue.pass_queue(queue.page,queue.queue);
drop function queue.room_in(queue.queue,integer);
drop function queue.store_page(queue.page);
drop function queue.store_turn(queue.turn,timestamp with time zone);
drop function queue.drop_cancelled(queue.page);
drop function queue.why_cancelled(uuid,bigint);
drop function queue.cancelled_in(queue.page);
drop function queue.fill(queue.turn,queue.page,queue.queue,uuid[],integer,integer,integer);
drop function queue.park_rest(queue.turn,queue.backlog,text,text);
drop function queue.admit(queue.page,queue.backlog,integer,uuid[]);
drop function queue.order_of_priorities(queue.turn,bigint);
drop function queue.next_parts(queue.turn,integer,integer);

commit;
