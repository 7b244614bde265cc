\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.given_job() as good, tests.given_job() as dead \gset
select tests.given_page(array[:good, :dead]::bigint[]) as page_id \gset
select tests.given_lease(:page_id) as lease_id \gset
set local role howdah_worker;
select queue.settle(:page_id, :'lease_id', tests.result(:dead, 'dead')) as topics \gset
reset role;
set local role api_owner;

select throws_ok(format('select queue.cancel(%s)', :good), 'QU409', null, 'what has succeeded stays so');
select throws_ok(format('select queue.cancel(%s)', :dead), 'QU409', null, 'what is dead stays so');

select * from finish();
rollback;
