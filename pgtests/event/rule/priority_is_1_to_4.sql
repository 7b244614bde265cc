\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select throws_ok(
    $$select event.create_rule('a', 'a', priority => 0::smallint)$$, '23514', null, 'nothing goes before 1'
);
select throws_ok(
    $$select event.create_rule('a', 'a', priority => 5::smallint)$$, '23514', null, 'nothing comes after 4'
);

select * from finish();
rollback;
