-- Verify howdah:queue/claim on pg

begin;

select 'queue.has_work(integer)'::regprocedure;
select 'queue.lock_turns(integer,boolean)'::regprocedure;
select 'queue.deal_some(queue.queue,text,integer)'::regprocedure;
select 'queue.take(text[],text,integer)'::regprocedure;
select 1 / has_function_privilege('howdah_worker', 'queue.claim(text[],text,integer)', 'execute')::int;
select 1 / has_function_privilege('howdah_worker', 'queue.claim_slices(text[],text,integer)', 'execute')::int;

rollback;
