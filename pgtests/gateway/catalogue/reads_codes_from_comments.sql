\ir ../../_setup.psql
select plan(3);

select tests.given_greet_route() as given \gset

select ok(
    (tests.described('greet') -> 'errors') @> '[{"code": "XX404", "status": 404}]',
    'what the comment says that it raises'
);
select ok(
    (tests.described('greet') -> 'errors') @> '[{"code": "IA401"}, {"code": "TE403"}, {"code": "WG409"}, {"code": "WG422"}]',
    'what the gateway refuses itself'
);
select is(
    tests.described('create_tenant') -> 'errors' @> '[{"code": "TE409", "description": "TE409"}]', false,
    'each with what it means'
);

select * from finish();
rollback;
