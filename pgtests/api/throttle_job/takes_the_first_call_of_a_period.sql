\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset
set local role howdah_api;

select (tests.call(:'secret', 'throttle_job', '{"unique_key": "k", "period_seconds": 60, "kind": "x"}')).body as first \gset
select (tests.call(:'secret', 'throttle_job', '{"unique_key": "k", "period_seconds": 60, "kind": "x"}')).body as second \gset
select is(:'first'::jsonb -> 'is_duplicate', 'false', 'the first call makes a job');
select is(:'second'::jsonb - 'is_duplicate', :'first'::jsonb - 'is_duplicate', 'the next one finds it');
select is(:'second'::jsonb -> 'is_duplicate', 'true', 'and hears that it did');

select * from finish();
rollback;
