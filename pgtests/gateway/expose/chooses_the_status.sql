\ir ../../_setup.psql
select plan(3);

create function tests.forget(name text) returns void language sql security definer as $$ delete from tests.greeting as g where g.name = forget.name $$;
create function tests.change(name text) returns text language sql security definer as $$ select name $$;

set local role api_owner;
select
    gateway.expose('POST', '/greetings', 'tests.greet', 'Greet'),
    gateway.expose('PATCH', '/greetings/{name}', 'tests.change', 'Change'),
    gateway.expose('DELETE', '/greetings/{name}', 'tests.forget', 'Forget') \g /dev/null

reset role;
select is(tests.described('greet') ->> 'success_status', '201', 'what is posted is created');
select is(tests.described('change') ->> 'success_status', '200', 'what is changed is shown');
select is(
    tests.described('forget') ->> 'success_status', '204',
    'where nothing is returned there is no content'
);

select * from finish();
rollback;
