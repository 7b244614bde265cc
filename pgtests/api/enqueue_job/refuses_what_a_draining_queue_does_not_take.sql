\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset
select queue.drain('default') as drained \gset
set local role howdah_api;

select throws_ok(format($$select tests.call(%L, 'enqueue_job', '{"kind": "a"}')$$, :'secret'), 'QU423', null, 'a queue that drains accepts none');

select * from finish();
rollback;
