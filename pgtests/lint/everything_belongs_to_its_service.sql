\ir ../_setup.psql
select plan(3);

select is_empty(
    $$
    select r.name, r.owner
    from tests.relation as r
    where r.owner <> r.service || '_owner'
    $$,
    'tables, sequences and types belong to the owner of their service'
);
select is_empty(
    $$
    select f.name, f.owner
    from tests.function as f
    where f.owner <> all (array[f.service || '_owner', f.service || '_engine'])
    $$,
    'functions to its owner or its engine'
);
select is_empty(
    $$
    select p.oid::regprocedure
    from pg_proc as p
        inner join tests.schema as s on s.schema_id = p.pronamespace
        inner join pg_roles as r on r.oid = p.proowner
    where p.prosecdef and (r.rolsuper or r.rolbypassrls or r.rolcanlogin)
    $$,
    'nobody borrows the rights of a superuser, not even from an extension'
);

select * from finish();
rollback;
