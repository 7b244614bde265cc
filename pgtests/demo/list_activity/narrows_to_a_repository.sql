\ir ../../_setup.psql
select plan(1);

select tests.given_tenant('acme') as acme \gset
select tests.as_tenant(:'acme');
set local role howdah_worker;
select
    demo.record_activity(event_id => 1, event_name => 'push', repository => 'acme/anvil') as anvil,
    demo.record_activity(event_id => 2, event_name => 'push', repository => 'acme/rocket') as rocket,
    demo.record_activity(event_id => 3, event_name => 'team') as nowhere \gset

reset role;
set local role gateway_owner;
select results_eq(
    $$select event_id, repository from demo.list_activity(repository => 'acme/anvil')$$,
    $$values (1::bigint, 'acme/anvil')$$,
    'only what happened in the repository is listed'
);

select * from finish();
rollback;
