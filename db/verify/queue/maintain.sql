-- Verify howdah:queue/maintain on pg

begin;

select 'queue.drop_like(regclass[],timestamp with time zone)'::regprocedure;
select 'queue.drop_drained()'::regprocedure;
select 'queue.drop_past_retention()'::regprocedure;
select 1 / has_function_privilege('ops_owner', 'queue.maintain()', 'execute')::int;
select 1 / count(*) from ops.maintenance where function_name = 'queue.maintain';

rollback;
