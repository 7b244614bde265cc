\ir ../_setup.psql
select plan(3);

create temporary view rule as
select
    r.name, p.polname, r.owner, r.service, p.polpermissive, p.polroles,
    p.polroles = '{0}' as is_for_everybody,
    pg_get_expr(p.polqual, p.polrelid) as visible,
    pg_get_expr(p.polwithcheck, p.polrelid) as allowed,
    p.polcmd
from tests.relation as r
    inner join pg_policy as p on p.polrelid = r.relation_id;

select is_empty(
    $$
    select r.name, r.polname, r.visible, r.allowed
    from rule as r
    where r.is_for_everybody
        and (r.polcmd, r.polpermissive, r.visible, r.allowed)
        is distinct from (
            '*', true,
            '(tenant_id = ( SELECT core.tenant_id() AS tenant_id))',
            '(tenant_id = ( SELECT core.tenant_id() AS tenant_id))'
        )
    $$,
    'what holds for everybody is: the rows of the tenant of the context, to see and to write'
);
select is_empty(
    $$
    select r.name, r.polname, r.polroles::regrole[]
    from rule as r
    where not r.is_for_everybody
        and (
            cardinality(r.polroles) <> 1
            or r.polroles[1]::regrole::text <> all (array[r.service || '_owner', r.service || '_engine'])
        )
    $$,
    'every other policy is for the owner or the engine of the service alone'
);
select is_empty(
    $$
    select r.name, r.polname
    from rule as r
        inner join tests.tenant_table as t on t.name = r.name
    where r.polroles[1] = r.owner::regrole
    $$,
    'the owner of a table of tenants is bound by the context like everybody'
);

select * from finish();
rollback;
