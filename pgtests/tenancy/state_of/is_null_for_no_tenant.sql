\ir ../../_setup.psql
select plan(1);

set local role iam_engine;

select is(tenancy.state_of(core.new_id()), null, 'what is not there has no state');

select * from finish();
rollback;
