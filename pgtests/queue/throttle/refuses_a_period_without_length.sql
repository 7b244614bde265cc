\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select throws_ok($$select queue.throttle('a', '0 s', 'b')$$, 'QU422', null, 'a period takes a time');
select throws_ok($$select queue.throttle('a', null, 'b')$$, 'QU422', null, 'and is given');

select * from finish();
rollback;
