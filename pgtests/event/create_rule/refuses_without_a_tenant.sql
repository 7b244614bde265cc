\ir ../../_setup.psql
select plan(1);

set local role api_owner;

select throws_ok($$select event.create_rule('a', 'count')$$, '42501', null, 'a rule belongs to a tenant');

select * from finish();
rollback;
