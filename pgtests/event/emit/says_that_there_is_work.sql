\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;
select event.create_rule('order.*', 'count') as rule \gset
reset role;
set local role event_owner;
select pulse.defer_rings() as deferred \gset

select event.emit('user.born') as emitted \gset
select is(pulse.rings(), '{event}'::text[], 'an event wakes readers');
select event.emit('order.paid') as emitted \gset
select is(pulse.rings(), '{event,queue}'::text[], 'one that sets a job off wakes workers too');

select * from finish();
rollback;
