\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;
select event.create_rule('*', 'count') as rule \gset

savepoint business;
select event.emit('order.paid') as emitted \gset
rollback to savepoint business;

reset role;
select is_empty('select from event.event', 'no event without the deed');
select is_empty('select from queue.job', 'and no job without the event');

select * from finish();
rollback;
