-- Verify howdah:iam/create_first_api_key on pg

begin;

select 1 / has_function_privilege('api_owner', 'iam.create_first_api_key(uuid,core.slug)', 'execute')::int;
select 'iam.bootstrap_operator_key()'::regprocedure;

rollback;
