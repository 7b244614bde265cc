-- Deploy howdah:ops/schema to pg
-- requires: core/schema

begin;

create schema ops authorization ops_owner;
comment on schema ops is 'Partitions, maintenance, health and statistics: what an operator and a runbook use.';

grant usage on schema ops to
    pulse_owner, audit_owner, gateway_owner, queue_owner, event_owner, queue_engine, api_owner,
    howdah_monitor, howdah_worker;

commit;
