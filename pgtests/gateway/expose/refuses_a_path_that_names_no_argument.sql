\ir ../../_setup.psql
select plan(2);

set local role api_owner;

select throws_ok(
    $$select gateway.expose('POST', '/greetings/{person}', 'tests.greet', 'Greet')$$, '42P13', null, 'greet knows no person'
);
select lives_ok(
    $$select gateway.expose('POST', '/greetings/{name}', 'tests.greet', 'Greet')$$,
    'it knows a name'
);

select * from finish();
rollback;
