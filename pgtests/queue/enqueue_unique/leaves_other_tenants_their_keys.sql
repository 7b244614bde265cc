\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select job_id from queue.enqueue_unique('a', 'mail.send') \gset
reset role;
select tests.as_tenant(tests.given_tenant('other')) as context \gset
set local role api_owner;

select ok(not is_duplicate, 'two tenants may use one key') from queue.enqueue_unique('a', 'mail.send');

select * from finish();
rollback;
