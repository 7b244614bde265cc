\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;
select id as position from event.read('{}', null, 10) \gset
select event.emit('a') as emitted \gset

select is_empty(
    format($$select from event.read(array[%L]::uuid[], %L, 10) where kind = 'event'$$, :'acme', :'position'),
    'a reader sees what has committed'
);

select * from finish();
rollback;
