-- Deploy howdah:pulse/schema to pg
-- requires: core/schema

begin;

create schema pulse authorization pulse_owner;
comment on schema pulse is 'Ticks that cut append-only logs into intervals, and the bell that wakes sleeping processes.';

grant usage on schema pulse to queue_owner, queue_engine, event_owner, event_engine, gateway_owner, api_owner;

commit;
