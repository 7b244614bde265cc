-- Deploy howdah:tenancy/schema to pg
-- requires: core/schema

begin;

create schema tenancy authorization tenancy_owner;
comment on schema tenancy is 'The tenants and who is a member of them.';

grant usage on schema tenancy to tenancy_engine, iam_owner, iam_engine, gateway_owner, queue_engine, api_owner;


commit;
