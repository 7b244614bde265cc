-- Verify howdah:core/new_secret on pg

begin;

select 1 / has_function_privilege('iam_owner', 'core.new_secret(text,integer)', 'execute')::int;
select 1 / has_function_privilege('iam_engine', 'core.new_secret(text,integer)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'core.new_secret(text,integer)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'core.hmac_sha256(bytea,bytea)', 'execute')::int;

rollback;
