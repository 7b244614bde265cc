\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select tests.at('2026-01-01 12:00Z') as at, queue.open_batch('after') as batch_id \gset
select queue.close_batch(:batch_id) as closed, tests.at('2026-01-01 13:00Z') as at \gset

select is((queue.close_batch(:batch_id)).closed_at, '2026-01-01 12:00Z', 'it is closed since the first time');
select throws_ok($$select queue.close_batch(5)$$, 'QU404', null, 'one that is not there can''t be closed');

select * from finish();
rollback;
