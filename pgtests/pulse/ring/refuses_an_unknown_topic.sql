\ir ../../_setup.psql
select plan(2);

set local role queue_engine;

select throws_ok($$select pulse.ring('nothing')$$, '42P01', null, 'there are two topics');
select throws_ok($$select pulse.arm('nothing')$$, '42P01', null, 'nobody sleeps on a third');

select * from finish();
rollback;
