\ir ../../_setup.psql
select plan(1);

set local role howdah_api;

select is_empty(
    $$
    select m[1]
    from regexp_matches(gateway.catalogue(), '"#/components/schemas/([^"]+)"', 'g') as m
    where not gateway.catalogue()::jsonb -> 'schemas' ? m[1]
    $$,
    'no reference leads nowhere'
);

select * from finish();
rollback;
