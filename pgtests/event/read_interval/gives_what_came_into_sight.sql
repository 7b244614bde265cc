\ir ../../_setup.psql
select plan(4);

select tests.given_tenant('acme') as acme, tests.given_tenant('other') as other \gset
select tests.as_tenant(:'other') as context \gset
set local role api_owner;
select event.emit('foreign') as emitted \gset
reset role;
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;
select event.emit('a') as emitted \gset
select event.emit('b') as emitted \gset
reset role;
set local role event_engine;

select results_eq(
    format(
        'select type::text from event.read_interval(array[%L, %1$L]::uuid[], %L, %L, 0, 9)',
        :'acme', tests.tick('unborn'), tests.tick('finished')
    ),
    array['a', 'b'], 'the events of these tenants, each once, in their order'
);
select results_eq(
    format(
        'select type::text from event.read_interval(array[%L]::uuid[], %L, %L, 0, 9)',
        :'acme', tests.tick('running'), tests.tick('finished')
    ),
    array['a', 'b'], 'also what was on its way at the earlier tick'
);
select is_empty(
    format(
        'select from event.read_interval(array[%L]::uuid[], %L, %L, 0, 9)',
        :'acme', tests.tick('unborn'), tests.tick('running')
    ),
    'not what is on its way at the later one'
);
select is_empty(
    format(
        'select from event.read_interval(array[%L]::uuid[], %L, %L, 0, 9)',
        :'acme', tests.tick('finished'), tests.tick('finished')
    ),
    'nor what was there before'
);

select * from finish();
rollback;
