\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select queue.open_batch() as batch_id \gset
select queue.close_batch(:batch_id) as closed \gset
select throws_ok(
    format($$select queue.enqueue('a', batch_id => %s)$$, :batch_id), 'QU409', null, 'a closed one takes none'
);
select throws_ok($$select queue.enqueue('a', batch_id => 5)$$, 'QU422', null, 'one that is not there does not');
select queue.open_batch() as batch_id \gset
reset role;
select tests.as_tenant(tests.given_tenant('other')) as context \gset
set local role api_owner;
select throws_ok(
    format($$select queue.enqueue('a', batch_id => %s)$$, :batch_id), 'QU422', null, 'nor that of another tenant'
);

select * from finish();
rollback;
