\ir ../../_setup.psql
select plan(5);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;
select queue.set_retry_rule('default', 'http_4*', 'dead'),
    queue.set_retry_rule('default', 'http_429', 'snooze', 'fixed', '10 minutes', '1 hour'),
    queue.set_retry_rule('default', 'flaky', 'retry', 'fixed', '1 day', '1 day', 2) \g /dev/null
reset role;
select queue.enqueue_batch('x', array_fill('1'::jsonb, '{5}')) as job_ids \gset
select tests.given_page(:'job_ids') as page_id \gset
select tests.given_lease(:page_id) as lease_id \gset
set local role howdah_worker;

select queue.settle(:page_id, :'lease_id', (
    select jsonb_agg(jsonb_build_object('job_id', j, 'outcome', 'failed', 'error', jsonb_build_object('type', e)))
    from unnest(:'job_ids'::bigint[], array['http_404', 'http_429', 'flaky', 'other', null]) as r (j, e)
)) as rings \gset

reset role;
select is(tests.state_of((:'job_ids'::bigint[])[1]), 'dead', 'the beginning of a type is enough for a rule');
select is(tests.state_of((:'job_ids'::bigint[])[2]), 'scheduled', 'the whole type counts more: the attempt does not count');
select results_eq(
    format($$select state, due_at - settled_at > '19 hours' from queue.outcome where job_id = %s$$, (:'job_ids'::bigint[])[3]),
    $$values ('failed', true)$$, 'the wait is that of the rule'
);
select results_eq(
    format($$select due_at - settled_at < '3 seconds' from queue.outcome where job_id = %s$$, (:'job_ids'::bigint[])[4]),
    $$values (true)$$, 'other errors wait as in the queue'
);
select is(tests.state_of((:'job_ids'::bigint[])[5]), 'retrying', 'an error without a type too');

select * from finish();
rollback;
