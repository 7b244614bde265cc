\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;
select event.emit('a') as emitted \gset

select results_eq(
    format($$select kind, id ~ '^[0-9]+-0$', data from event.read(array[%L]::uuid[], null, 10)$$, :'acme'),
    $$values ('position', true, null::text)$$,
    'who names no position gets one, and no events'
);

select * from finish();
rollback;
