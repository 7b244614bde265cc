-- Deploy howdah:gateway/schema to pg
-- requires: core/schema
-- requires: iam/schema

begin;

create schema gateway authorization gateway_owner;
comment on schema gateway is
    'The way in: routes, the one call of a request, idempotency keys, cursors. Holds no HTTP.';

grant usage on schema gateway to howdah_api, api_owner;

commit;
