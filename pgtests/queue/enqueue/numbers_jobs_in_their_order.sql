\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select queue.enqueue('mail.send') as first_id \gset
select queue.enqueue('mail.send') as second_id \gset

select cmp_ok(:second_id::bigint, '>', :first_id::bigint, 'a later job has a greater number');

select * from finish();
rollback;
