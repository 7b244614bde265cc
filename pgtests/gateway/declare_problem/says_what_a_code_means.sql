\ir ../../_setup.psql
select plan(2);

set local role api_owner;
select gateway.declare_problem('IA404', 'It is not there.') as declared \gset

select ok(
    tests.described('revoke_api_key') -> 'errors' @> '[{"code": "IA404", "description": "It is not there."}]',
    'the later word counts'
);
select throws_ok(
    $$select gateway.declare_problem('oops', 'It went wrong.')$$, '23514', null,
    'what is no code is refused'
);

select * from finish();
rollback;
