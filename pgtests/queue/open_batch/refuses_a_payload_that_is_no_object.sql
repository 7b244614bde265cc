\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select throws_ok($$select queue.open_batch('a', '1')$$, '23514', null, 'the counts have no place in a number');
select throws_ok($$select queue.open_batch('a', queue => 'none')$$, 'QU422', null, 'a queue has to be there');

select * from finish();
rollback;
