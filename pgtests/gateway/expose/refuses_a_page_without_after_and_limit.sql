\ir ../../_setup.psql
select plan(1);

create function tests.list_all() returns setof tests.number language sql stable security definer as $$ select 1, 'one' $$;
set local role api_owner;

select throws_ok(
    $$select gateway.expose('GET', '/all', 'tests.list_all', 'List', page_key => 'number')$$, '42P13', null, 'it could not go on'
);

select * from finish();
rollback;
