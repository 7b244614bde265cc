\ir ../../_setup.psql
select plan(4);

set local role api_owner;

select throws_ok(
    $$select gateway.expose('HEAD', '/greetings', 'tests.greet', 'Greet')$$, '23514', null,
    'an unknown method'
);
select throws_ok(
    $$select gateway.expose('POST', '/greetings', 'tests.greet', 'Greet', kind => 'socket')$$, '23514', null, 'an unknown kind'
);
select throws_ok(
    $$select gateway.expose('POST', '/greetings', 'tests.greet', 'Greet', idempotency => 'maybe')$$, '23514', null,
    'an unknown way with idempotency keys'
);
select throws_ok(
    $$select gateway.expose('POST', '/greetings', 'tests.greet', 'Greet', 'greeting.write', is_public => true)$$, '23514', null,
    'a permission of nobody in particular'
);

select * from finish();
rollback;
