\ir ../../_setup.psql
select plan(5);

select tests.given_tenant() as acme, tests.given_number_routes() as given \gset
select tests.given_key(:'acme') as secret \gset
set local role howdah_api;
select tests.next_cursor(tests.call(:'secret', 'list_numbers', '{"limit": 2}')) as cursor \gset
select format('select tests.call(%L, ''list_numbers'', jsonb_build_object(''cursor'', %%L))', :'secret') as with_cursor \gset

select throws_ok(format(:'with_cursor', 'x' || :'cursor'), 'WG422', null, 'one with something before it');
select throws_ok(
    format(
        :'with_cursor',
        overlay(:'cursor' placing case left(:'cursor', 1) when 'A' then 'B' else 'A' end from 1 for 1)
    ),
    'WG422', null, 'one that was changed'
);
select throws_ok(format(:'with_cursor', ''), 'WG422', null, 'an empty one');
select throws_ok(format(:'with_cursor', 'Zm9vIGJhcg=='), 'WG422', null, 'a guess');
select throws_ok(format(:'with_cursor', repeat('A', 4000)), 'WG422', null, 'a very long one');

select * from finish();
rollback;
