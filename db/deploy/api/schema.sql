-- Deploy howdah:api/schema to pg
-- requires: core/schema
-- requires: gateway/invoke

begin;

create schema api authorization api_owner;
comment on schema api is 'The functions that are endpoints of the platform itself, and nothing else.';

grant usage on schema api to gateway_owner;
grant usage on schema tenancy, iam, queue, event, gateway to api_owner;
alter default privileges for role api_owner grant execute on functions to gateway_owner;
alter default privileges for role api_owner grant usage on types to gateway_owner;

commit;
