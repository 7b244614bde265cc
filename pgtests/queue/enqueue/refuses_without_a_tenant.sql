\ir ../../_setup.psql
select plan(1);

set local role api_owner;

select throws_ok($$select queue.enqueue('mail.send')$$, '42501', null, 'a job belongs to a tenant');

select * from finish();
rollback;
