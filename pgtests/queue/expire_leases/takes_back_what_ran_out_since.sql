\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context, tests.given_job() as kept, tests.given_job() as lost \gset
select tests.given_page(array[:kept::bigint]) as kept_page \gset
select tests.given_page(array[:lost::bigint]) as lost_page \gset
select tests.given_lease(:kept_page, '2 minutes') as kept_lease \gset
select tests.given_lease(:lost_page, '1 minute') as lost_lease \gset
select tests.at('2026-01-01 12:01:10Z') as at \gset
set local role queue_engine;

select queue.expire_leases(1, '2026-01-01 12:01:05Z') as expired \gset
reset role;
select is(tests.state_of(:lost), 'queued', 'what ran out before was looked at before');
set local role queue_engine;
select queue.expire_leases(1, '2026-01-01 12:00:55Z') as expired \gset
reset role;
select is(tests.state_of(:lost), 'retrying', 'what ran out since is taken back');
select is(tests.state_of(:kept), 'running', 'what lasts is not');

select * from finish();
rollback;
