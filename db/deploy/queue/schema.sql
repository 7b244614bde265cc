-- Deploy howdah:queue/schema to pg
-- requires: core/schema
-- requires: tenancy/schema
-- requires: pulse/schema
-- requires: ops/schema

begin;

create schema queue authorization queue_owner;
comment on schema queue is
    'Jobs: facts that are only ever inserted. Ticks cut them into pages, a page is leased, run and settled as a whole.';

grant usage on schema queue to queue_engine, event_owner, event_engine, api_owner, ops_owner, howdah_worker;
grant create on schema queue to queue_engine;

commit;
