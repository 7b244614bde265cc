-- Verify howdah:iam/schema on pg

begin;

select 1 / has_schema_privilege('iam_owner', 'iam', 'usage')::int;
select 1 / has_schema_privilege('gateway_owner', 'iam', 'usage')::int;
select 1 / has_schema_privilege('api_owner', 'iam', 'usage')::int;
select 1 / has_schema_privilege('iam_engine', 'iam', 'usage')::int;
select 1 / has_schema_privilege('event_engine', 'iam', 'usage')::int;

rollback;
