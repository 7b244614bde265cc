\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select throws_ok(
    $$select queue.enqueue_batch('a', '{1}', queue => 'nowhere')$$, 'QU422', null,
    'jobs go into a queue that there is'
);

select * from finish();
rollback;
