\ir ../../_setup.psql
select plan(1);

set local role howdah_api;

select isnt_empty('select m.name, m.value from gateway.metrics() as m', 'an API process shows them');

select * from finish();
rollback;
