\ir ../../_setup.psql
select plan(1);

create function tests.read_keys(name text) returns text language sql stable as $$ select name $$;
set local role api_owner;

select throws_ok(
    $$select gateway.expose('GET', '/keys', 'tests.read_keys', 'Read')$$, '42P13', null,
    'a function that is no security definer would have the rights of the gateway'
);

select * from finish();
rollback;
