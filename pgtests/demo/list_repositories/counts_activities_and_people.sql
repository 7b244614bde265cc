\ir ../../_setup.psql
select plan(2);

select tests.given_tenant('acme') as acme \gset
select tests.as_tenant(:'acme');
select tests.at('2026-01-01 12:00Z');
set local role howdah_worker;
select
    demo.record_activity(event_id => 1, event_name => 'push', repository => 'acme/anvil', actor => 'coyote') as a,
    demo.record_activity(event_id => 2, event_name => 'push', repository => 'acme/anvil', actor => 'bird') as b,
    demo.record_activity(event_id => 3, event_name => 'star', repository => 'acme/anvil', actor => 'bird') as c,
    demo.record_activity(event_id => 4, event_name => 'push', repository => 'acme/rocket') as d,
    demo.record_activity(event_id => 5, event_name => 'team', actor => 'coyote') as e \gset

reset role;
set local role gateway_owner;
select results_eq(
    $$select repository, activity_count, actor_count, last_at from demo.list_repositories()$$,
    $$values
        ('acme/anvil', 3::bigint, 2::bigint, timestamptz '2026-01-01 12:00Z'),
        ('acme/rocket', 1::bigint, 0::bigint, timestamptz '2026-01-01 12:00Z')$$,
    'each repository has its number of activities and of people; what is about none is left out'
);
select results_eq(
    $$select repository from demo.list_repositories(after => 'acme/anvil')$$,
    $$values ('acme/rocket')$$,
    'the next page goes on after the last'
);

select * from finish();
rollback;
