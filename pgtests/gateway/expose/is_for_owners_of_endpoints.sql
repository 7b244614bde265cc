\ir ../../_setup.psql
select plan(2);

set local role howdah_api;
select throws_ok(
    $$select gateway.expose('POST', '/greetings', 'tests.greet', 'Greet')$$, '42501', null,
    'not for the API process'
);
select throws_ok(
    $$select gateway.withdraw('GET', '/v1/whoami')$$, '42501', null,
    'which takes nothing away either'
);

select * from finish();
rollback;
