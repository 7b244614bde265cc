-- Deploy howdah:audit/schema to pg
-- requires: core/schema

begin;

create schema audit authorization audit_owner;
comment on schema audit is 'Who did what and when: written in the transaction of the deed, never changed.';

grant usage on schema audit to gateway_owner, api_owner, ops_owner;

commit;
