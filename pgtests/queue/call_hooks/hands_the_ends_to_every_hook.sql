\ir ../../_setup.psql
select plan(1);

create table tests.heard (name text, ends jsonb);
create function tests.first_hook(ends jsonb) returns void language sql security definer
as $$insert into tests.heard values ('first', ends)$$;
create function tests.second_hook(ends jsonb) returns void language sql security definer
as $$insert into tests.heard values ('second', ends)$$;
set local role event_engine;
select queue.register_hook('tests.first_hook'), queue.register_hook('tests.second_hook') \g /dev/null
reset role;
set local role queue_engine;

select queue.call_hooks('[]') as called \gset

reset role;
select results_eq(
    $$select name, ends from tests.heard order by name$$,
    $$values ('first', '[]'::jsonb), ('second', '[]'::jsonb)$$,
    'each service that listens hears'
);

select * from finish();
rollback;
