\ir ../../_setup.psql
select plan(2);

select tests.given_tenant('acme') as acme, tests.given_tenant('other') as other \gset
select tests.as_tenant(:'other') as context \gset
set local role api_owner;
select event.emit('foreign') as emitted \gset
reset role;
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;
select event.emit('a') as emitted \gset
select (e.event).event_id as b from event.emit('b') as e \gset
select event.emit('c') as emitted \gset

select results_eq(
    'select type::text from event.list_events(null, 2)', array['c', 'b'],
    'the newest events of the tenant, as many as asked for'
);
select results_eq(
    format('select type::text from event.list_events(%s, 2)', :b), array['a'],
    'and what lies behind one'
);

select * from finish();
rollback;
