\ir ../_setup.psql
select plan(2);

select is_empty(
    $$
    select r.name
    from tests.relation as r
        inner join pg_class as c on c.oid = r.relation_id
    where r.is_table and not (c.relrowsecurity and c.relforcerowsecurity)
    $$,
    'every table and every partition has row-level security, and its owner is bound by it'
);
select is_empty(
    $$
    select r.name
    from tests.relation as r
    where r.is_partition and exists (select from pg_policy as p where p.polrelid = r.relation_id)
    $$,
    'a partition shows nothing by itself, only through its log'
);

select * from finish();
rollback;
