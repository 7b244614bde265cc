\ir ../../_setup.psql
select plan(3);

set local role howdah_api;
select throws_ok($$select core.set_context(null, null, null)$$, '42501', null, 'the API process may not');
set local role howdah_worker;
select throws_ok($$select core.set_context(null, null, null)$$, '42501', null, 'nor may a worker');
set local role api_owner;
select throws_ok($$select core.set_context(null, null, null)$$, '42501', null, 'nor may an endpoint');

select * from finish();
rollback;
