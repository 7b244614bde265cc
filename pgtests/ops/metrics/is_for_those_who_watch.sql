\ir ../../_setup.psql
select plan(1);

set local role howdah_api;

select throws_ok('select * from ops.metrics()', '42501', null, 'the API process asks the gateway');

select * from finish();
rollback;
