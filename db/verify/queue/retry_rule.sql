-- Verify howdah:queue/retry_rule on pg

begin;

select queue_id, error_type, outcome, retry_strategy, retry_base, retry_cap, max_attempts from queue.retry_rule where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.retry_rule'::regclass;
select 1 / has_function_privilege('api_owner', 'queue.set_retry_rule(text,text,text,text,interval,interval,integer)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.drop_retry_rule(text,text)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.list_retry_rules(text)', 'execute')::int;
select 'queue.rule_for(integer,text)'::regprocedure;
select 'queue.under_rule(queue.queue,queue.retry_rule)'::regprocedure;

rollback;
