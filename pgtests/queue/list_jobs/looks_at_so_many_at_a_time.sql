\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select queue.enqueue_batch('x', array_fill('1'::jsonb, '{1100}')) as job_ids \gset
set local role api_owner;

select is_empty($$select from queue.list_jobs(null, 10, state => 'dead') union all select from queue.list_jobs(null, 10, state => 'cancelled')$$, 'nothing is found in the first thousand');
select cmp_ok(nullif(current_setting('howdah.more_after'), '')::bigint, '<', (:'job_ids'::bigint[])[1000], 'the list says where it goes on');
select is_empty(
    format($$select from queue.list_jobs(%s, 10, state => 'cancelled')$$, current_setting('howdah.more_after')),
    'and there it comes to its end'
);

select * from finish();
rollback;
