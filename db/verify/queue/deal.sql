-- Verify howdah:queue/deal on pg

begin;

select 'queue.next_parts(queue.turn,integer,integer)'::regprocedure;
select 'queue.order_of_priorities(queue.turn,bigint)'::regprocedure;
select 'queue.admit(queue.page,queue.backlog,integer,uuid[])'::regprocedure;
select 'queue.park_rest(queue.turn,queue.backlog,text,text)'::regprocedure;
select 'queue.fill(queue.turn,queue.page,queue.queue,uuid[],integer,integer,integer)'::regprocedure;
select 'queue.cancelled_in(queue.page)'::regprocedure;
select 'queue.why_cancelled(uuid,bigint)'::regprocedure;
select 'queue.drop_cancelled(queue.page)'::regprocedure;
select 'queue.store_turn(queue.turn,timestamp with time zone)'::regprocedure;
select 'queue.store_page(queue.page)'::regprocedure;
select 'queue.room_in(queue.queue,integer)'::regprocedure;
select 'queue.pass_queue(queue.page,queue.queue)'::regprocedure;
select 'queue.fill_page(queue.turn,queue.page,queue.queue,integer)'::regprocedure;
select 'queue.fits_at_once(queue.turn,queue.queue,queue.attempt[],integer)'::regprocedure;
select 'queue.fill_at_once(queue.page,queue.attempt[])'::regprocedure;
select 'queue.deal(queue.queue,text,integer)'::regprocedure;

rollback;
