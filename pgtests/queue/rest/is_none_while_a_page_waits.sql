\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
set local role howdah_worker;
select count(*) as claimed from queue.claim('{default}', 'test') \gset
reset role;
select tests.as_tenant(:'acme') as context, tests.given_waiting(array[tests.given_job()]) as page_id \gset
set local role howdah_worker;

select is(queue.rest('{default}'), interval '0', 'there is work');

select * from finish();
rollback;
