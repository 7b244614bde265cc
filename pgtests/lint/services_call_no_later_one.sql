\ir ../_setup.psql
-- A service stands on those that were opened before it. A later one is reached through what it
-- registers: hooks, handlers, maintenance, metrics, routes.
select plan(2);

create temporary view call as
with function as materialized (select f.name, f.schema_id, f.source from tests.function as f)

select f.name as caller, f.schema_id as caller_id, g.name as callee, g.schema_id as callee_id
from function as f
    inner join function as g on position(g.name in f.source) > 0
where regexp_replace(f.source, '--[^\n]*', '', 'g') ~ ('\m' || replace(g.name, '.', '\.') || '\s*\(');

select is_empty(
    $$select c.caller, c.callee from call as c where c.callee_id > c.caller_id$$,
    'no function calls a service that stands on its own'
);
select ok((select count(*) > 50 from call as c where c.callee_id < c.caller_id), 'and this reads what functions call');

select * from finish();
rollback;
