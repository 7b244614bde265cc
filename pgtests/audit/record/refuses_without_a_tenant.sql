\ir ../../_setup.psql
select plan(1);

set local role api_owner;

select throws_ok($$select audit.record('launch')$$, '42501', null, 'a deed belongs to a tenant');

select * from finish();
rollback;
