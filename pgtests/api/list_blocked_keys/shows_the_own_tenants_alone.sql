\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset
select tests.as_tenant(:'acme') as context \gset
select queue.enqueue('x', ordering_key => 'a') as first, queue.enqueue('x', ordering_key => 'a') as second \gset
select tests.given_waiting(array[:first, :second]::bigint[]) as waiting \gset
select tests.given_key(tests.given_tenant('two')) as other \gset
select core.set_context(null, null, null) as context \gset
set local role howdah_api;

select is((tests.call(:'secret', 'list_blocked_keys')).body::jsonb #>> '{items,0,key}', 'a', 'a key for which a job waits');
select is((tests.call(:'other', 'list_blocked_keys')).body::jsonb -> 'items', '[]', 'is nothing to others');

select * from finish();
rollback;
