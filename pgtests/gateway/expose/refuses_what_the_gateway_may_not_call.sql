\ir ../../_setup.psql
select plan(2);

create function tests.secret_of(name text) returns text language sql stable security definer as $$ select name $$;
revoke execute on function tests.secret_of from public;
set local role api_owner;

select throws_ok(
    $$select gateway.expose('GET', '/secrets', 'tests.secret_of', 'Tell')$$, '42501', null,
    'a grant is missing'
);
select throws_ok(
    $$select gateway.expose('POST', '/keys', 'iam.create_first_api_key', 'Make a key')$$, '42501', null,
    'nobody exposes what is another''s'
);

select * from finish();
rollback;
