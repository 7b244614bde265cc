\ir ../../_setup.psql
select plan(3);

set local role api_owner;

select (u).user_id as ada, (u).name as name from iam.ensure_user('ada@example.org', 'Ada') as u \gset
select is(:'name'::text, 'Ada', 'a person is made');
select results_eq(
    $$select u.user_id, u.name::text from iam.ensure_user('ADA@example.org', 'Somebody') as u$$,
    format($$values (%L::uuid, 'Ada'::text)$$, :'ada'),
    'the same address is the same person, whatever the case, and keeps the name'
);
select results_eq(
    format('select u.email::text from iam.get_users(array[%L]::uuid[]) as u', :'ada'),
    $$values ('ada@example.org'::text)$$,
    'who is found by the id'
);

select * from finish();
rollback;
