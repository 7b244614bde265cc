\ir ../../_setup.psql
select plan(5);

set local role gateway_owner;

select is(gateway.default_value('50'), '50', 'a number');
select is(gateway.default_value($$'-1'::integer$$), '-1', 'a number below zero');
select is(gateway.default_value($$'it''s'::text$$), '"it''s"', 'a text');
select is(gateway.default_value($$'{a,b}'::text[]$$), '["a", "b"]', 'a list');
select is(gateway.default_value($$'{"a": 1}'::jsonb$$), '{"a": 1}', 'an object');

select * from finish();
rollback;
