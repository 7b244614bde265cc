-- Verify howdah:queue/room on pg

begin;

select 'queue.limit_of(integer,text,uuid)'::regprocedure;
select 'queue.gate_of(integer,text,uuid,text)'::regprocedure;
select 'queue.store_gate(queue.gate)'::regprocedure;
select 'queue.has_ended(uuid,bigint)'::regprocedure;
select 'queue.without_gone(queue.gate,bigint)'::regprocedure;
select 'queue.bucket_of(queue.gate_limit,smallint)'::regprocedure;
select 'queue.room_at(queue.gate,queue.gate_limit,smallint)'::regprocedure;
select 'queue.opens_at(queue.gate,queue.gate_limit,smallint)'::regprocedure;
select 'queue.pass(queue.gate,queue.gate_limit,bigint,integer,smallint)'::regprocedure;
select 'queue.let_out(integer,queue.backlog,text)'::regprocedure;

rollback;
