\ir ../../_setup.psql
select plan(5);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset
select tests.given_key(tests.given_tenant('house'), 'operator') as operator \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id from tests.given_running_job() \gset
select core.set_context(null, null, null) as context \gset
set local role howdah_api;

select is((tests.call(:'operator', 'locate_job', jsonb_build_object('job_id', :job_id))).body::jsonb ->> 'tenant_id', :'acme', 'whose');
select is((tests.call(:'operator', 'list_workers')).body::jsonb #>> '{items,0,worker}', 'test', 'who works');
select is(((tests.call(:'operator', 'list_pages')).body::jsonb #>> '{items,0,page_id}')::bigint, :page_id, 'on which page');
select is((tests.call(:'operator', 'take_back_page', jsonb_build_object('page_id', :page_id))).body::jsonb, '{"job_count": 1}', 'it is taken back');
select is(tests.code(tests.call(:'secret', 'locate_job', jsonb_build_object('job_id', :job_id))), '403 IA403', 'an owner may not');

select * from finish();
rollback;
