\ir ../_setup.psql
select plan(1);

create temporary view given_name as
select 'schema' as kind, s.name::text as name from tests.schema as s
union all
select 'relation', c.relname::text
from tests.relation as r
    inner join pg_class as c on c.oid = r.relation_id
union all
select 'column of ' || r.name, a.attname::text
from tests.relation as r
    inner join pg_attribute as a on a.attrelid = r.relation_id and a.attnum > 0 and not a.attisdropped
where r.kind not in ('i', 'I', 'S')
union all
select 'function', split_part(f.name, '.', 2) from tests.function as f
union all
select 'argument of ' || f.name, a.name
from tests.function as f
    cross join lateral unnest(f.argument_names) as a (name)
union all
select 'domain', t.typname::text
from pg_type as t
    inner join tests.schema as s on s.schema_id = t.typnamespace
where t.typtype in ('d', 'e', 'r')
union all
select 'constraint', k.conname::text
from pg_constraint as k
    inner join tests.schema as s on s.schema_id = k.connamespace
union all
select 'policy', p.polname::text
from tests.relation as r
    inner join pg_policy as p on p.polrelid = r.relation_id;

select is_empty(
    $$select n.kind, n.name from given_name as n where n.name !~ '^[a-z][a-z0-9]*(_[a-z0-9]+)*$'$$,
    'every name is lower case, with underscores'
);

select * from finish();
rollback;
