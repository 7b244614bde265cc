\ir ../_setup.psql
select plan(1);

select is_empty(
    $$
    select r.name
    from tests.relation as r
        inner join pg_class as c on c.oid = r.relation_id
    where r.kind = 'm' or r.kind = 'v' and not coalesce(c.reloptions, '{}') @> '{security_invoker=true}'
    $$,
    'no view shows more than its reader may see'
);

select * from finish();
rollback;
