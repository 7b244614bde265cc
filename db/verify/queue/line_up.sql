-- Verify howdah:queue/line_up on pg

begin;

select 'queue.park_attempt(integer,queue.attempt,text,text)'::regprocedure;
select 'queue.line_up_ordered(queue.turn,queue.queue,queue.attempt)'::regprocedure;
select 'queue.line_up_limited(queue.turn,queue.queue,queue.attempt)'::regprocedure;
select 'queue.line_up(queue.turn,queue.queue,queue.attempt[])'::regprocedure;

rollback;
