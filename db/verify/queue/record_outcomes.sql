-- Verify howdah:queue/record_outcomes on pg

begin;

select 'queue.read_results(jsonb)'::regprocedure;
select 'queue.judge(queue.page,jsonb)'::regprocedure;
select 'queue.announce_ends(jsonb)'::regprocedure;
select 'queue.record_outcomes(queue.page,jsonb,boolean)'::regprocedure;
select 'queue.record_successes(queue.page,bigint[])'::regprocedure;
select 'queue.release(queue.page)'::regprocedure;

rollback;
