\ir ../../_setup.psql
select plan(4);

select tests.given_key(tests.given_tenant('house'), 'operator') as operator \gset
set local role howdah_api;

select is(
    (tests.call(:'operator', 'set_queue_limit', '{"queue": "default", "gate": "tenant", "concurrency": 5}')).body::jsonb,
    '{"gate": "tenant", "concurrency": 5, "rate": null, "burst": null}', 'a limit'
);
select is(
    (tests.call(:'operator', 'list_queue_limits', '{"queue": "default"}')).body::jsonb #>> '{items,0,concurrency}', '5', 'is listed'
);
select is(
    (tests.call(:'operator', 'set_queue_limit', '{"queue": "default", "gate": "tenant"}')).status, 200::smallint, 'and lifted'
);
select is((tests.call(:'operator', 'list_queue_limits', '{"queue": "default"}')).body::jsonb, '{"items": []}', 'then it is gone');

select * from finish();
rollback;
