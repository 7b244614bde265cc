-- Verify howdah:queue/rest on pg

begin;

select 'queue.bucket_fills_at(integer)'::regprocedure;
select 'queue.next_due(integer)'::regprocedure;
select 1 / has_function_privilege('howdah_worker', 'queue.rest(text[])', 'execute')::int;

rollback;
