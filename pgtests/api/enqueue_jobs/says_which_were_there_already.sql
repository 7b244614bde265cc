\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset
set local role howdah_api;

select (tests.call(:'secret', 'enqueue_jobs', '{"jobs": [{"kind": "a", "unique_key": "u"}, {"kind": "b"}, {"kind": "c", "after": [2]}]}')).body::jsonb as first \gset
select is(:'first'::jsonb -> 'duplicate_places', '[]', 'none was');
select (tests.call(:'secret', 'enqueue_jobs', '{"jobs": [{"kind": "b"}, {"kind": "a", "unique_key": "u"}]}')).body::jsonb as second \gset
select is(:'second'::jsonb -> 'duplicate_places', '[2]', 'the second is');
select is(:'second'::jsonb #> '{job_ids,1}', :'first'::jsonb #> '{job_ids,0}', 'its number is given');

select * from finish();
rollback;
