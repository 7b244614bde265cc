\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select queue.enqueue_batch('a', '{1,2,3,4,5}') as job_ids \gset
select tests.lay() as laid \gset

select results_eq($$select payload from queue.claim('{default}', 'one', 2)$$, '{1,2}'::text[], 'as many as there is room for');
select results_eq($$select payload from queue.claim('{default}', 'two', 2)$$, '{3,4}'::text[], 'then those behind them');
select results_eq($$select payload from queue.claim('{default}', 'one', 2)$$, '{5}'::text[], 'to the last');

select * from finish();
rollback;
