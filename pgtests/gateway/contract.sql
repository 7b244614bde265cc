\ir ../_setup.psql
select plan(3);

select results_eq(
    $$
    select p.proname::text collate "default"
    from pg_proc as p
    where p.pronamespace = 'gateway'::regnamespace and has_function_privilege('howdah_api', p.oid, 'execute')
    order by p.proname
    $$,
    $$values ('catalogue'::text), ('follow'), ('invoke'), ('metrics'), ('ready'), ('ring')$$,
    'the API process may do six things'
);
select results_eq(
    $$
    select p.proname::text collate "default"
    from pg_proc as p
    where p.pronamespace = 'gateway'::regnamespace and has_function_privilege('api_owner', p.oid, 'execute')
    order by p.proname
    $$,
    $$values ('declare_nullable'::text), ('declare_problem'), ('expose'), ('withdraw')$$,
    'who owns endpoints exposes and describes them'
);
select results_eq(
    $$
    select r.rolname::text collate "default", p.proname::text collate "default"
    from pg_proc as p
        inner join pg_roles as r on has_function_privilege(r.oid, p.oid, 'execute')
    where p.pronamespace = 'gateway'::regnamespace
        and r.rolname ~ '_(owner|engine|worker|listen|monitor)$'
        and r.rolname not in ('gateway_owner', 'api_owner')
        and p.proname not in ('expose', 'withdraw', 'declare_nullable', 'declare_problem')
    $$,
    $$values ('ops_owner'::text, 'maintain'::text)$$,
    'and ops maintains'
);

select * from finish();
rollback;
