-- Revert howdah:api/schema from pg

begin;

alter default privileges for role api_owner revoke execute on functions from gateway_owner;
alter default privileges for role api_owner revoke usage on types from gateway_owner;

drop schema api;

commit;
