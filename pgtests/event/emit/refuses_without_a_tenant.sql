\ir ../../_setup.psql
select plan(1);

set local role api_owner;

select throws_ok($$select event.emit('a')$$, '42501', null, 'an event belongs to a tenant');

select * from finish();
rollback;
