\ir ../../_setup.psql
select plan(1);

set local role howdah_worker;
select count(*) as claimed from queue.claim('{default}', 'test') \gset

select is(queue.rest('{default}'), interval '1 second', 'with nothing to do a worker looks again after a second');

select * from finish();
rollback;
