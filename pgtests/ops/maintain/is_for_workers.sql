\ir ../../_setup.psql
select plan(2);

set local role howdah_api;
select throws_ok('select ops.maintain()', '42501', null, 'the API process maintains nothing');
set local role howdah_monitor;
select throws_ok('select ops.maintain()', '42501', null, 'nor does who watches');

select * from finish();
rollback;
