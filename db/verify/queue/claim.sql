-- Verify howdah:queue/claim on pg

begin;

select 'queue.hint(integer)'::regprocedure;
select 'queue.lease_page(integer,text,interval)'::regprocedure;
select 'queue.take_page(text[],text)'::regprocedure;
select 'queue.may_be_cancelled(bigint)'::regprocedure;
select 'queue.drop_cancelled(bigint)'::regprocedure;
select 'queue.jobs_of_page(bigint,boolean)'::regprocedure;
select 'queue.cut_page(text[],text)'::regprocedure;
select 1 / has_function_privilege('howdah_worker', 'queue.claim(text[],text,integer)', 'execute')::int;

rollback;
