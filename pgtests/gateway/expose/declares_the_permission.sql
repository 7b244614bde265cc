\ir ../../_setup.psql
select plan(2);

set local role api_owner;
select
    gateway.expose('POST', '/greetings', 'tests.greet', 'Greet someone', 'greeting.write'),
    gateway.expose('GET', '/numbers', 'tests.list_numbers', 'List', 'number.read', 'Look at numbers') \g /dev/null

select results_eq(
    $$select p.name, p.description from iam.list_permissions() as p where p.name ~ '^(greeting|number)\.' order by p.name$$,
    $$values ('greeting.write'::text, 'Greet someone'::text), ('number.read', 'Look at numbers')$$,
    'roles can carry it'
);
select lives_ok(
    $$select gateway.expose('POST', '/greetings', 'tests.greet', 'Greet again', 'greeting.write')$$, 'that it is known is no error'
);

select * from finish();
rollback;
