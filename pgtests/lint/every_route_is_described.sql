\ir ../_setup.psql
select plan(3);

create temporary view described as
select r.value as route from jsonb_array_elements(gateway.catalogue()::jsonb -> 'routes') as r;

select is_empty(
    $$
    select d.route ->> 'operation_id'
    from described as d
    where coalesce(d.route ->> 'summary', '') = '' or coalesce(d.route ->> 'description', '') = ''
    $$,
    'every route says what it does'
);
select is_empty(
    $$
    select d.route ->> 'operation_id', a.value ->> 'name'
    from described as d
        cross join lateral jsonb_array_elements(d.route -> 'arguments') as a
    where coalesce(a.value ->> 'description', '') = ''
    $$,
    'every argument says what it means'
);
select is_empty(
    $$
    select d.route ->> 'operation_id', d.route ->> 'permission'
    from described as d
    where d.route ->> 'permission' not in (select p.name from iam.permission as p where p.description <> '')
    $$,
    'every permission says what it lets one do'
);

select * from finish();
rollback;
