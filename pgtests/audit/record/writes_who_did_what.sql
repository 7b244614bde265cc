\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at, core.new_id() as ada \gset
select tests.as_tenant(:'acme', :'ada') as context \gset
set local role api_owner;

select audit.record('launch', 201::smallint, '{"what": "rocket"}') as recorded \gset

set local role audit_owner;
select results_eq(
    'select e.principal_id, e.request_id, e.action, e.status, e.details, e.recorded_at from audit.entry as e',
    format($$values (%L::uuid, 'test'::text, 'launch'::text, 201::smallint, '{"what": "rocket"}'::jsonb, '2026-01-01 12:00Z'::timestamptz)$$, :'ada'),
    'the entry says who, in which request, what, how it ended and when'
);

select * from finish();
rollback;
