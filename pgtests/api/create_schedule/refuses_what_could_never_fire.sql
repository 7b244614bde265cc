\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.given_key(:'acme') as secret, tests.given_key(:'acme', 'reader') as reader \gset
set local role howdah_api;

select throws_ok(
    format($$select tests.call(%L, 'create_schedule', '{"name": "a", "cron": "0 2 31 2 *", "kind": "b"}')$$, :'secret'), 'QU422', null,
    'no day of February'
);

select * from finish();
rollback;
