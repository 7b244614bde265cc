\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;
select (e.event).event_id as a from event.emit('a') as e \gset
select event.emit('b') as emitted \gset
select event.emit('c') as emitted \gset
reset role;
set local role event_engine;

select results_eq(
    format(
        'select type::text from event.read_interval(array[%L]::uuid[], %L, %L, %s, 1)',
        :'acme', tests.tick('unborn'), tests.tick('finished'), :a
    ),
    array['b'], 'what comes after a number, as many as asked for'
);

select * from finish();
rollback;
