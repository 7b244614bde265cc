\ir ../../_setup.psql
select plan(4);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_dead() as dead, tests.given_job() as alive \gset
select tests.given_tenant('two') as two \gset
select tests.as_tenant(:'two') as context, tests.given_dead() as theirs \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select is(queue.redrive(array[:dead, :dead, :alive, :theirs, 1]::bigint[]), 1, 'one was dead');
select is(queue.redrive(array[:dead]::bigint[]), 0, 'and is not any more');

reset role;
select is(tests.state_of(:dead), 'retrying', 'it comes back');
select tests.as_tenant(:'two') as context \gset
select is(tests.state_of(:theirs), 'dead', 'that of another tenant does not');

select * from finish();
rollback;
