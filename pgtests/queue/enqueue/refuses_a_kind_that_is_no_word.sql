\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select throws_ok($$select queue.enqueue('mail send')$$, '23514', null, 'a kind has no space');
select throws_ok($$select queue.enqueue('')$$, '23514', null, 'nor is it empty');

select * from finish();
rollback;
