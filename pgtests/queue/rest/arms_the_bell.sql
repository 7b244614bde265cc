\ir ../../_setup.psql
select plan(1);

set local role howdah_worker;
select count(*) as claimed from queue.claim('{default}', 'test') \gset
select queue.ring('{queue}') as rung \gset

select queue.rest('{default}') as rest \gset

reset role;
set local role queue_engine;
select ok(pulse.ring('queue'), 'who adds work from now on wakes the worker');

select * from finish();
rollback;
