\ir ../../_setup.psql
select plan(1);

set local role api_owner;

select throws_ok($$select queue.enqueue_batch('a', '{1}')$$, '42501', null, 'jobs belong to a tenant');

select * from finish();
rollback;
