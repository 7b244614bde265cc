\ir ../../_setup.psql
select plan(2);

set local role howdah_worker;

select lives_ok($$select queue.ring('{queue,event,queue,nonsense}')$$, 'what is no topic is passed over');
select lives_ok($$select queue.ring(null)$$, 'nothing to ring is no error');

select * from finish();
rollback;
