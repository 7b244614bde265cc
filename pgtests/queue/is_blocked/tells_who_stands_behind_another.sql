\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select queue.enqueue('a', ordering_key => 'k') as first_id, queue.enqueue('a', ordering_key => 'k') as second_id \gset
reset role;
select tests.lay() as laid \gset
set local role api_owner;
select is((queue.get_job(:first_id)).state, 'queued', 'the first waits for its turn');
select is((queue.get_job(:second_id)).state, 'blocked', 'the second for the first');
select tests.settle(array[:first_id]) as settled \gset
select is((queue.get_job(:second_id)).state, 'queued', 'then for its turn, too');

select * from finish();
rollback;
