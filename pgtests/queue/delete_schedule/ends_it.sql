\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule() as schedule_id \gset
set local role api_owner;
select queue.delete_schedule(:'schedule_id') as deleted \gset

select is(queue.get_schedule(:'schedule_id'), null, 'it is gone');
select throws_ok(format('select queue.delete_schedule(%L)', :'schedule_id'), 'QU404', null, 'once');

select * from finish();
rollback;
