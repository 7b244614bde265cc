\ir ../_setup.psql
select plan(3);

create temporary view registered as
select 'ops_owner' as caller, m.function_name from ops.maintenance as m
union all
select 'ops_owner', s.function_name from ops.metric_source as s
union all
select 'queue_owner', h.function_name from queue.hook as h
union all
select 'queue_engine', h.function_name from queue.handler as h where h.function_name is not null
union all
select 'gateway_owner', r.function_name from gateway.route as r;

select is_empty(
    $$
    select r.function_name
    from registered as r
    where (select count(*) from tests.function as f where f.name = r.function_name) <> 1
    $$,
    'a function that was registered is there, and no other has its name'
);
select is_empty(
    $$
    select r.caller, f.name
    from registered as r
        inner join tests.function as f on f.name = r.function_name
    where not (
        has_schema_privilege(r.caller, f.schema_id, 'usage')
        and has_function_privilege(r.caller, f.function_id, 'execute')
    )
    $$,
    'who is to call it may'
);
select is_empty(
    $$
    select f.name
    from registered as r
        inner join tests.function as f on f.name = r.function_name
    where not f.is_definer
    $$,
    'none runs with the rights of who calls it'
);

select * from finish();
rollback;
