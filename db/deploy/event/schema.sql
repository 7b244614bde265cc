-- Deploy howdah:event/schema to pg
-- requires: core/schema
-- requires: queue/schema
-- requires: gateway/schema

begin;

create schema event authorization event_owner;
comment on schema event is 'The event log of every tenant, its live readers, and the rules that turn events into jobs.';

grant usage on schema event to event_engine, queue_owner, api_owner, ops_owner;
grant create on schema event to event_engine;
grant usage on schema gateway to event_engine;
grant usage on type gateway.stream_item to event_engine;

commit;
