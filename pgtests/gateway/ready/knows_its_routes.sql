\ir ../../_setup.psql
select plan(2);

set local role howdah_api;

select is(gateway.ready()::jsonb #>> '{checks,database}', 'primary', 'the database can be written to');
select is(
    (gateway.ready()::jsonb #>> '{checks,routes}')::integer,
    jsonb_array_length(gateway.catalogue()::jsonb -> 'routes'),
    'and knows its routes'
);

select * from finish();
rollback;
