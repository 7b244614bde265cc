\ir ../../_setup.psql
select plan(3);

select tests.given_key(tests.given_tenant('house'), 'operator') as operator \gset
set local role howdah_api;

select is(
    (tests.call(:'operator', 'set_retry_rule', '{"queue": "default", "error_type": "http_4*", "outcome": "dead"}')).body::jsonb ->> 'outcome',
    'dead', 'a rule'
);
select is(
    (tests.call(:'operator', 'list_retry_rules', '{"queue": "default"}')).body::jsonb #>> '{items,0,error_type}', 'http_4*', 'is listed'
);
select is(
    (tests.call(:'operator', 'drop_retry_rule', '{"queue": "default", "error_type": "http_4*"}')).status, 204::smallint, 'and ended'
);

select * from finish();
rollback;
