\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule('a') as a \gset
select pg_sleep(0.002), tests.given_schedule('b') as b \gset
select pg_sleep(0.002), tests.given_schedule('c') as c \gset
set local role api_owner;

select results_eq('select name from queue.list_schedules(null, 2)', $$values ('a'), ('b')$$, 'oldest first');
select results_eq(format('select name from queue.list_schedules(%L, 2)', :'b'), $$values ('c')$$, 'then the next');

select * from finish();
rollback;
