\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, tests.given_number_routes() as given \gset
select tests.as_tenant(:'acme') as context \gset
set local role gateway_owner;

select is_empty(
    $$
    select k
    from unnest(array['a', 'ab', 'abc', 'ü€', E'line\nbreak', '++//==', repeat('long', 100)]) as k
    where gateway.read_cursor(1, jsonb_build_object('cursor', gateway.make_cursor(1, '{}', k))) is distinct from k
    $$,
    'whatever a key is made of, it comes back'
);

select * from finish();
rollback;
