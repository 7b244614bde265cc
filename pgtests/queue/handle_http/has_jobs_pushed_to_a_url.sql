\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_waiting(array[tests.given_job(kind => 'push')]) as job_id \gset
set local role api_owner;
select queue.handle('push', 'tests.take_note') as handled \gset
select queue.handle_http('push', 'https://example.org/jobs?a=1', '1.5 seconds', 'whsec_c2VjcmV0IHNlY3JldA==') as pushed \gset

select results_eq(
    $$select function_name, url, is_signed from queue.list_handlers() where kind = 'push'$$,
    $$values (null::text, 'https://example.org/jobs?a=1', true)$$,
    'it takes the place of a function; its secret is not shown'
);
reset role;
set local role howdah_worker;
select results_eq(
    $$select sql_handler, http_handler from queue.claim_slices('{default}', 'test')$$,
    $$values (null::text, '{"url": "https://example.org/jobs?a=1", "timeout": 1.5, "secret": "whsec_c2VjcmV0IHNlY3JldA=="}'::jsonb)$$,
    'the worker learns where the jobs go'
);

reset role;
set local role api_owner;
select queue.handle('push', 'tests.take_note') as handled \gset
reset role;
select results_eq(
    $$select function_name, url, secret from queue.handler where kind = 'push'$$,
    $$values ('tests.take_note', null::text, null::text)$$,
    'a function takes its place in turn'
);

select * from finish();
rollback;
