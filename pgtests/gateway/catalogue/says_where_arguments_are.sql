\ir ../../_setup.psql
select plan(3);

select is(
    tests.argument('change_member', 'user_id') ->> 'in', 'path',
    'what the path names is in the path'
);
select is(tests.argument('change_member', 'role') ->> 'in', 'body', 'the rest of a change in the body');
select is(tests.argument('list_members', 'limit') ->> 'in', 'query', 'and of a question in the query');

select * from finish();
rollback;
