-- Verify howdah:gateway/problem on pg

begin;

select 1 / count(*) from gateway.problem where code = 'IA401';
select 1 / count(*) from gateway.problem where code = 'IA403';
select 1 / count(*) from gateway.problem where code = 'IA404';
select 1 / count(*) from gateway.problem where code = 'IA409';
select 1 / count(*) from gateway.problem where code = 'IA422';
select 1 / count(*) from gateway.problem where code = 'TE403';
select 1 / count(*) from gateway.problem where code = 'TE404';
select 1 / count(*) from gateway.problem where code = 'TE409';
select 1 / count(*) from gateway.problem where code = 'WG404';
select 1 / count(*) from gateway.problem where code = 'WG409';
select 1 / count(*) from gateway.problem where code = 'WG410';
select 1 / count(*) from gateway.problem where code = 'WG422';
select code, description from gateway.problem where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'gateway.problem'::regclass;
select 1 / has_function_privilege('api_owner', 'gateway.declare_problem(text,text)', 'execute')::int;

rollback;
