-- Deploy howdah:iam/schema to pg
-- requires: core/schema
-- requires: tenancy/schema

begin;

create schema iam authorization iam_owner;
comment on schema iam is 'Users, credentials, roles and permissions.';

grant usage on schema iam to iam_engine, gateway_owner, api_owner, event_engine;
grant create on schema iam to iam_engine;

commit;
