\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select queue.open_batch() as batch_id \gset
reset role;
select tests.as_tenant(tests.given_tenant('other')) as context \gset
set local role api_owner;

select throws_ok(format($$select queue.get_batch(%s)$$, :batch_id), 'QU404', null, 'there is none');

select * from finish();
rollback;
