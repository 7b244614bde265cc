\ir ../../_setup.psql
select plan(1);

select tests.given_tenant('acme') as acme \gset
select tests.given_key(:'acme') as owner, pg_sleep(0.002) as p1 \gset
select tests.given_key(:'acme', 'member') as member, pg_sleep(0.002) as p2 \gset
select tests.given_key(:'acme', 'reader') as reader \gset
set local role howdah_api;

select results_eq(
    format(
        $$
        with recursive page as (
            select (tests.call(%1$L, 'list_api_keys', '{"limit": 1}')).body::jsonb as body
            union all
            select (tests.call(%1$L, 'list_api_keys', jsonb_build_object('limit', 1, 'cursor', p.body ->> 'next_cursor'))).body::jsonb
            from page as p
            where p.body ->> 'next_cursor' is not null
        )
        select p.body #>> '{items,0,role}' from page as p
        $$,
        :'owner'
    ),
    $$values ('owner'::text), ('member'), ('reader')$$,
    'every key once, oldest first'
);

select * from finish();
rollback;
