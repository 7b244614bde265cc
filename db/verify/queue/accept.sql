-- Verify howdah:queue/accept on pg

begin;

select 'queue.intake'::regtype;
select 'queue.arguments_key(text,jsonb)'::regprocedure;
select 'queue.key_lock(uuid,text)'::regprocedure;
select 'queue.counts_as_duplicate(queue.unique_claim,queue.intake)'::regprocedure;
select 'queue.find_duplicate(uuid,queue.intake)'::regprocedure;
select 'queue.check_unique(queue.intake)'::regprocedure;
select 'queue.batch_lock(bigint)'::regprocedure;
select 'queue.join_batch(uuid,bigint,integer)'::regprocedure;
select 'queue.check_needs(uuid,bigint[],text)'::regprocedure;
select 'queue.add_needs(queue.lot,bigint[],queue.intake)'::regprocedure;
select 'queue.accept(queue.lot,queue.intake)'::regprocedure;

rollback;
