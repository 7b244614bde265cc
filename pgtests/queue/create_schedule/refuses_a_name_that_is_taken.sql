\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_tenant('globex') as globex \gset
set local role api_owner;
select queue.create_schedule('nightly', '@daily', 'a') as first \gset

select throws_ok($$select queue.create_schedule('nightly', '@hourly', 'b')$$, 'QU409', null, 'a name is one schedule''s');
reset role;
select tests.as_tenant(:'globex') as context \gset
set local role api_owner;
select lives_ok($$select queue.create_schedule('nightly', '@hourly', 'b')$$, 'in its tenant');

select * from finish();
rollback;
