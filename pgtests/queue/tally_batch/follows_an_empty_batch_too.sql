\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select queue.open_batch('after') as batch_id \gset
select queue.close_batch(:batch_id) as closed \gset
select isnt(tests.tally(:batch_id), null, 'what has no jobs has ended');

select * from finish();
rollback;
