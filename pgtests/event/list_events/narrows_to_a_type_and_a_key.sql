\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;
select event.emit('a', '1', 'x') as emitted \gset
select event.emit('a', '2', 'y') as emitted \gset
select event.emit('b', '3', 'y') as emitted \gset

select results_eq(
    $$select data from event.list_events(null, 9, type => 'a')$$, array['2', '1']::jsonb[], 'the events of a type'
);
select results_eq(
    $$select data from event.list_events(null, 9, key => 'y')$$, array['3', '2']::jsonb[], 'the events about a key'
);
select results_eq(
    $$select data from event.list_events(null, 9, 'a', 'y')$$, array['2']::jsonb[], 'or both'
);

select * from finish();
rollback;
