\ir ../../_setup.psql
select plan(1);

set local role api_owner;

select throws_ok($$select queue.create_schedule('a', '@daily', 'b')$$, '42501', null, 'a schedule belongs to a tenant');

select * from finish();
rollback;
