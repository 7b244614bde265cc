\ir ../../_setup.psql
select plan(2);

set local role howdah_api;

select lives_ok($$select gateway.ring('{queue,event,queue,kitchen}')$$, 'unknown topics ring nowhere');
select lives_ok('select gateway.ring(null)', 'and none are none');

select * from finish();
rollback;
