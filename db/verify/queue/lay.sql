-- Verify howdah:queue/lay on pg

begin;

select 'queue.end_tag(integer,smallint,uuid)'::regprocedure;
select 'queue.start_tag(queue.turn,smallint,uuid)'::regprocedure;
select 'queue.lay_one(queue.turn,queue.attempt)'::regprocedure;
select 'queue.lay(queue.turn,queue.attempt[])'::regprocedure;

rollback;
