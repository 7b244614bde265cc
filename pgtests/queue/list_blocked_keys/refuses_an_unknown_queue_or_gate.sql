\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select throws_ok($$select queue.list_blocked_keys('nowhere', 'order', '', 10)$$, 'QU404', null, 'a queue that is none');
select throws_ok($$select queue.list_blocked_keys('default', 'page', '', 10)$$, 'QU422', null, 'a gate that is none');

select * from finish();
rollback;
