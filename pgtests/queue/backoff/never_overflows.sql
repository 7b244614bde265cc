\ir ../../_setup.psql
select plan(1);

set local role queue_engine;

select lives_ok(
    $$select queue.backoff(1000::smallint, '1 year', '1 year')$$,
    'no setting that a queue may have can keep a page from being settled'
);

select * from finish();
rollback;
