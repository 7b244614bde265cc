\ir ../../_setup.psql
select plan(1);

set local role queue_engine;

select lives_ok(
    $$select queue.backoff(tests.queue_with(retry_base => '1 year', retry_cap => '1 year'), 1000::smallint)$$,
    'no setting that a queue may have can keep a page from being settled'
);

select * from finish();
rollback;
