-- Verify howdah:iam/authenticate on pg

begin;

select 'iam.caller'::regtype;
select 1 / has_function_privilege('gateway_owner', 'iam.authenticate(bytea)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'iam.allows(text[],text)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'iam.allows(text[],text)', 'execute')::int;

rollback;
