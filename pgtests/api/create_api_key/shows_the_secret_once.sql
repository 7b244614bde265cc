\ir ../../_setup.psql
select plan(3);

select tests.given_key(tests.given_tenant('acme')) as owner \gset
set local role howdah_api;

select (tests.call(:'owner', 'create_api_key', '{"name": "importer", "role": "reader"}')).body::jsonb as made \gset
select is(tests.code(tests.call(:'made'::jsonb ->> 'secret', 'whoami')), '200', 'the secret works');
select is(
    (tests.call(:'owner', 'list_api_keys')).body ~ (:'made'::jsonb ->> 'secret'), false,
    'the list does not show it'
);
select is((tests.call(:'owner', 'list_api_keys')).body ~ 'digest', false, 'nor what of it is stored');

select * from finish();
rollback;
