\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, clock_timestamp() as now \gset
select tests.given_key(:'acme') as secret, tests.given_greet_route() as given \gset
set local role howdah_api;
select tests.at(:'now') as at, tests.call(:'secret', 'greet', '{"name": "Ada"}', 'key') as first \gset

select tests.at(:'now'::timestamptz + interval '23 hours 59 minutes') as at \gset
select isnt(
    (tests.call(:'secret', 'greet', '{"name": "Ada"}', 'key')).headers, null,
    'for a day the answer is repeated'
);
select tests.at(:'now'::timestamptz + interval '24 hours 1 minute') as at \gset
select is((tests.call(:'secret', 'greet', '{"name": "Ada"}', 'key')).headers, null, 'then the key is new');

select * from finish();
rollback;
