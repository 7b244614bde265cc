\ir ../../_setup.psql
select plan(1);

select tests.given_tenant('one') as one, tests.given_tenant('two') as two \gset
select tests.as_tenant(:'one') as context, event.emit('a') as emitted \gset
select tests.as_tenant(:'two') as context, event.emit('b') as emitted \gset
select tests.as_tenant(:'one') as context, event.emit('c') as emitted \gset
set local role event_engine;

select results_eq(
    format(
        'select type::text from event.read_interval(array[%L, %L]::uuid[], %L, %L, 0, 9)',
        :'one', :'two', tests.tick('unborn'), tests.tick('finished')
    ),
    array['a', 'b', 'c'], 'the log has one order'
);

select * from finish();
rollback;
