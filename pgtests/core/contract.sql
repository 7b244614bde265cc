\ir ../_setup.psql
select plan(2);

select set_eq(
    $$
    select p.proname::text collate "default"
    from pg_proc as p
    where p.pronamespace = 'core'::regnamespace
        and not exists (select from pg_depend as d where d.objid = p.oid and d.deptype = 'e')
    $$,
    array[
        'now', 'new_id', 'id_at', 'id_hour', 'tenant_id', 'principal_id', 'request_id', 'trace', 'set_context',
        'new_secret', 'hmac_sha256', 'check_tenant_form', 'protect', 'confine',
        'check_callee', 'more_after'
    ],
    'core gives these functions, besides what pgcrypto brings'
);
select results_eq(
    $$
    select p.proname::text collate "default", array_agg(r.rolname::text collate "default" order by r.rolname)
    from pg_proc as p
        cross join pg_roles as r
    where p.pronamespace = 'core'::regnamespace
        and p.proname in ('set_context', 'new_secret', 'hmac_sha256', 'gen_random_bytes', 'hmac')
        and has_function_privilege(r.oid, p.oid, 'execute')
        and r.rolname ~ '_(owner|engine|api|worker|listen|monitor)$'
        and r.rolname <> 'core_owner'
    group by p.proname
    order by p.proname
    $$,
    $$
    values
    ('hmac_sha256', '{gateway_owner}'::text[]),
    ('new_secret', '{gateway_owner,iam_engine,iam_owner}'::text[]),
    ('set_context', '{gateway_owner,queue_engine}'::text[])
    $$,
    'contexts and secrets are for few; pgcrypto is for core alone'
);

select * from finish();
rollback;
