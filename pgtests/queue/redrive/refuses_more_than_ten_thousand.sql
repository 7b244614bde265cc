\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select throws_ok($$select queue.redrive(array_fill(1::bigint, '{10001}'))$$, 'QU422', null, 'so many at a time are too many');

select * from finish();
rollback;
