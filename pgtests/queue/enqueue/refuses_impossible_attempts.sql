\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select throws_ok($$select queue.enqueue('a', max_attempts => 0::smallint)$$, '23514', null, 'one attempt at least');
select throws_ok($$select queue.enqueue('a', max_attempts => 1001::smallint)$$, '23514', null, 'a thousand at most');

select * from finish();
rollback;
