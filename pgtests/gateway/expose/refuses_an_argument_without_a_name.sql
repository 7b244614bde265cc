\ir ../../_setup.psql
select plan(2);

create function tests.nameless(text) returns text language sql stable security definer as $$ select $1 $$;
create function tests.half_named(name text, text) returns text language sql stable security definer as $$ select $1 || $2 $$;
set local role api_owner;

select throws_ok(
    $$select gateway.expose('GET', '/a', 'tests.nameless', 'A')$$, '42P13', null, 'none has a name'
);
select throws_ok(
    $$select gateway.expose('GET', '/b', 'tests.half_named', 'B')$$, '42P13', null, 'one has none'
);

select * from finish();
rollback;
