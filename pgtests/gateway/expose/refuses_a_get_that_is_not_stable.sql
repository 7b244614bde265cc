\ir ../../_setup.psql
select plan(1);

set local role api_owner;

select throws_ok(
    $$select gateway.expose('GET', '/greetings', 'tests.greet', 'Greet')$$, '42P13', null, 'a GET changes nothing'
);

select * from finish();
rollback;
