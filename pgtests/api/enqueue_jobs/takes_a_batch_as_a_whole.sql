\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset
set local role howdah_api;

select jsonb_array_length(r.body::jsonb -> 'job_ids') as count
from tests.call(:'secret', 'enqueue_jobs', '{"jobs": [{"kind": "a"}, {"kind": "b", "payload": {"n": 2}}]}') as r \gset
select is(:count, 2, 'each job has a number');
select throws_ok(
    format($$select tests.call(%L, 'enqueue_jobs', '{"jobs": [{"kind": "c"}, {"kind": "d", "queue": "nowhere"}]}')$$, :'secret'),
    'QU422', null, 'one job that is wrong refuses them all'
);
select is(
    (select array_agg(j ->> 'kind' order by j ->> 'kind')
    from jsonb_array_elements((tests.call(:'secret', 'list_jobs')).body::jsonb -> 'items') as j),
    '{a,b}', 'nothing of that batch stays'
);

select * from finish();
rollback;
