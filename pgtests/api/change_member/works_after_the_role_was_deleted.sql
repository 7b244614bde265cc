\ir ../../_setup.psql
select plan(1);

select tests.given_tenant('acme') as acme \gset
select tests.given_key(:'acme') as owner \gset
set local role howdah_api;
select tests.call(:'owner', 'create_role', '{"name": "shipping", "permissions": ["job.read"]}') as created \gset
select (tests.call(:'owner', 'add_member', '{"email": "ada@example.org", "role": "shipping"}')).body::jsonb ->> 'user_id' as ada \gset
select tests.call(:'owner', 'delete_role', '{"name": "shipping"}') as deleted \gset

select is(
    (tests.call(:'owner', 'change_member', jsonb_build_object('user_id', :'ada', 'role', 'reader'))).body::jsonb ->> 'role',
    'reader', 'a member is not stuck in a role that is gone'
);

select * from finish();
rollback;
