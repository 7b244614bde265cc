\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select is((select (e.event).data from event.emit('a', null) as e), 'null'::jsonb, 'no data is the data null');

select * from finish();
rollback;
