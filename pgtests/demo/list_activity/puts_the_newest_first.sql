\ir ../../_setup.psql
select plan(2);

select tests.given_tenant('acme') as acme \gset
select tests.as_tenant(:'acme');
set local role howdah_worker;
select count(demo.record_activity(event_id => n, event_name => 'push')) as done
from generate_series(1, 5) as n \gset

reset role;
set local role gateway_owner;
select results_eq(
    $$select event_id from demo.list_activity("limit" => 2)$$,
    $$values (5::bigint), (4::bigint)$$,
    'the newest comes first'
);
select results_eq(
    $$select event_id from demo.list_activity(after => 4, "limit" => 2)$$,
    $$values (3::bigint), (2::bigint)$$,
    'the next page goes on after the last'
);

select * from finish();
rollback;
