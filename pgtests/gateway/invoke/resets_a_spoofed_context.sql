\ir ../../_setup.psql
select plan(3);

select tests.given_tenant('acme') as acme, tests.given_tenant('globex') as globex \gset
select tests.given_key(:'acme') as secret \gset
set local role howdah_api;

select
    set_config('howdah.tenant_id', :'globex', true), set_config('howdah.principal_id', :'globex', true),
    set_config('howdah.rings', 'queue,event', true) \g /dev/null
select is(
    (tests.call(:'secret', 'get_tenant')).body::jsonb ->> 'slug', 'acme',
    'the credential counts, not the setting'
);

select set_config('howdah.tenant_id', :'globex', true) as spoofed \gset
select is(
    tests.code(tests.call('hwd_unknown', 'get_tenant')), '401 IA401',
    'without one there is no tenant'
);
select is(core_tenant, '', 'and none stays set') from current_setting('howdah.tenant_id', true) as core_tenant;

select * from finish();
rollback;
