-- Verify howdah:queue/record_outcomes on pg

begin;

select 'queue.read_results(jsonb)'::regprocedure;
select 'queue.judge(bigint,jsonb)'::regprocedure;
select 'queue.announce_ends(bigint,jsonb)'::regprocedure;
select 'queue.record_outcomes(bigint,jsonb)'::regprocedure;

rollback;
