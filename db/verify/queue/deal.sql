-- Verify howdah:queue/deal on pg

begin;

select 'queue.next_parts(queue.turn,integer,integer)'::regprocedure;
select 'queue.slice(queue.backlog,integer,integer)'::regprocedure;
select 'queue.add_part(queue.page,queue.backlog)'::regprocedure;
select 'queue.order_of_priorities(queue.turn,bigint)'::regprocedure;
select 'queue.fill(queue.turn,queue.page,integer,integer)'::regprocedure;
select 'queue.cancelled_in(queue.page)'::regprocedure;
select 'queue.drop_cancelled(queue.page)'::regprocedure;
select 'queue.store_turn(queue.turn)'::regprocedure;
select 'queue.store_page(queue.page)'::regprocedure;
select 'queue.deal(queue.queue,text,integer)'::regprocedure;

rollback;
