\ir ../../_setup.psql
select plan(4);

set local role api_owner;

select throws_ok(
    $$select gateway.expose('POST', 'greetings', 'tests.greet', 'Greet')$$, '23514', null,
    'it begins with a slash'
);
select throws_ok(
    $$select gateway.expose('POST', '/Greetings', 'tests.greet', 'Greet')$$, '23514', null,
    'has no capitals'
);
select throws_ok(
    $$select gateway.expose('POST', '/greetings/', 'tests.greet', 'Greet')$$, '23514', null,
    'ends with no slash'
);
select throws_ok(
    $$select gateway.expose('POST', '/a//b', 'tests.greet', 'Greet')$$, '23514', null,
    'and leaves no segment empty'
);

select * from finish();
rollback;
