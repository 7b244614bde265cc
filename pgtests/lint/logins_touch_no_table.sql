\ir ../_setup.psql
select plan(3);

create temporary view login as
select r.oid as role_id, r.rolname as name
from pg_roles as r
where r.rolname in ('howdah_api', 'howdah_worker', 'howdah_listen', 'howdah_monitor');

select is_empty(
    $$
    select l.name, r.name
    from login as l
        cross join tests.relation as r
    where (r.is_table or r.kind in ('v', 'm', 'f'))
        and (
            has_table_privilege(
                l.role_id, r.relation_id, 'select, insert, update, delete, truncate, references, trigger'
            )
            or has_any_column_privilege(l.role_id, r.relation_id, 'select, insert, update, references')
        )
    $$,
    'no login has a right on a table or on a column of one'
);
select is_empty(
    $$
    select l.name, r.name
    from login as l
        inner join tests.relation as r on r.kind = 'S'
    where has_sequence_privilege(l.role_id, r.relation_id, 'usage, select, update')
    $$,
    'nor on a sequence'
);
select is_empty(
    $$
    select l.name, s.name
    from login as l
        cross join tests.schema as s
    where has_schema_privilege(l.role_id, s.schema_id, 'create')
        or l.name = 'howdah_listen' and has_schema_privilege(l.role_id, s.schema_id, 'usage')
    $$,
    'none makes objects, and the one that listens enters no service'
);

select * from finish();
rollback;
