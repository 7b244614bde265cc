\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select throws_ok($$select event.emit('order paid')$$, '23514', null, 'a type has no space');
select throws_ok($$select event.emit('order.*')$$, '23514', null, 'nor a star');

select * from finish();
rollback;
