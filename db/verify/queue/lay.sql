-- Verify howdah:queue/lay on pg

begin;

select 'queue.end_tag(integer,smallint,uuid)'::regprocedure;
select 'queue.start_tag(queue.turn,smallint,uuid)'::regprocedure;
select 'queue.weight_of(integer,uuid)'::regprocedure;
select 'queue.lay_one(queue.turn,queue.queue,queue.attempt)'::regprocedure;
select 'queue.lay(queue.turn,queue.queue,queue.attempt[])'::regprocedure;

rollback;
