\ir ../../_setup.psql
select plan(3);

select tests.given_greet_route(is_public => true) as given \gset
set local role howdah_api;

select is(
    tests.code(gateway.invoke(tests.route('greet'), null, '{"name": "Ada"}')), '201',
    'everybody may'
);
select is(
    tests.code(tests.call('hwd_unknown', 'greet', '{"name": "Ada"}')), '201',
    'whatever the credential is worth'
);
select is(
    tests.code(tests.call('hwd_unknown', 'greet', '{"name": "Ada"}', 'key')), '201',
    'an idempotency key belongs to nobody there'
);

select * from finish();
rollback;
