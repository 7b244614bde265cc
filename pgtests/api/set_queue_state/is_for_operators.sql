\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset
select tests.given_key(tests.given_tenant('house'), 'operator') as operator \gset
set local role howdah_api;

select is(tests.code(tests.call(:'secret', 'set_queue_state', '{"queue": "default", "state": "paused"}')), '403 IA403', 'an owner may not');
select is(
    (tests.call(:'operator', 'set_queue_state', '{"queue": "default", "state": "paused"}')).body::jsonb ->> 'state', 'paused',
    'an operator pauses'
);
select is(
    (tests.call(:'operator', 'set_queue_state', '{"queue": "default", "state": "running"}')).body::jsonb ->> 'state', 'running',
    'and resumes'
);

select * from finish();
rollback;
