\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret, tests.given_greet_route() as given \gset
set local role howdah_api;
select tests.call(:'secret', 'greet', '{"name": "Ada"}'), tests.call(:'secret', 'get_tenant') \g /dev/null

set local role audit_owner;
select results_eq(
    'select e.action, e.status, e.request_id from audit.entry as e',
    $$values ('greet'::text, 201::smallint, 'test'::text)$$,
    'what changes something is recorded, what looks is not'
);

savepoint before;
set local role howdah_api;
select throws_ok(
    format($$select tests.call(%L, 'greet', '{"name": "nobody"}')$$, :'secret'), 'XX404', null, 'what fails'
);
set local role audit_owner;
select is((select count(*) from audit.entry), 1::bigint, 'is not recorded as done');

select * from finish();
rollback;
