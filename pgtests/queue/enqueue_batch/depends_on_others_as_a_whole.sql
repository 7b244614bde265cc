\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select queue.enqueue('mail.send') as needed_id \gset
select queue.enqueue_batch('a', array_fill('1'::jsonb, array[250]), depends_on => array[:needed_id]) as job_ids \gset

reset role;
select is(tests.unblock(), '{}'::bigint[], 'none of them goes on before');
select tests.settle(array[:needed_id]) as settled \gset
select is(cardinality(tests.unblock()), 3, 'and all of them do after, lot by lot');

select * from finish();
rollback;
