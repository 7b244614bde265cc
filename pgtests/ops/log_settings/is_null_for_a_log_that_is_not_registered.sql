\ir ../../_setup.psql
select plan(1);

set local role audit_owner;

select ok(ops.log_settings('no.log') is null, 'there is nothing to tell');

select * from finish();
rollback;
