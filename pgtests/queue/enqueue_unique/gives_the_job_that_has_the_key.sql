\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select job_id from queue.enqueue_unique('a', 'mail.send') \gset

select results_eq(
    $$select job_id, is_duplicate from queue.enqueue_unique('a', 'mail.send')$$,
    format($$values (%s::bigint, true)$$, :job_id),
    'who comes second is told of the job that has the key'
);

select * from finish();
rollback;
