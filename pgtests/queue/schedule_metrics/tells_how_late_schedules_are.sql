\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
set local role ops_owner;
select results_eq('select name, value from queue.schedule_metrics()', $$values ('howdah_schedule_overdue_seconds', 0::float8)$$, 'nothing is due');
reset role;
select tests.given_schedule(next_fire_at => '2030-01-01 11:59Z') as schedule_id \gset
set local role ops_owner;
select is((select value from queue.schedule_metrics()), 60::float8, 'a minute late');

select * from finish();
rollback;
