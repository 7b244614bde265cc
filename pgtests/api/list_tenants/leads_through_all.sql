\ir ../../_setup.psql
select plan(2);

select tests.given_tenant('acme') as acme, pg_sleep(0.002) as pause \gset
select tests.given_key(tests.given_tenant('operator'), 'operator') as operator \gset
set local role howdah_api;

select (tests.call(:'operator', 'list_tenants', '{"limit": 1}')).body::jsonb as first \gset
select is(:'first'::jsonb #>> '{items,0,slug}', 'acme', 'the oldest first');
select (tests.call(:'operator', 'list_tenants', jsonb_build_object('limit', 1, 'cursor', :'first'::jsonb ->> 'next_cursor'))).body::jsonb as second \gset
select is(:'second'::jsonb #>> '{items,0,slug}', 'operator', 'then the next');

select * from finish();
rollback;
