\ir ../../_setup.psql
select plan(1);

select tests.given_greet_route() as given \gset
set local role api_owner;

select throws_ok(
    $$select gateway.expose('POST', '/salutes', 'tests.greet', 'Greet')$$, '23505', null,
    'an operation has one name and one place'
);

select * from finish();
rollback;
