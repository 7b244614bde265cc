\ir ../../_setup.psql
select plan(2);

set local role queue_owner;

select is(
    queue.firing_id('2030-01-01 12:59:59Z') - core.id_at('2030-01-01 12:00Z'), 3599::bigint, 'the second in the hour'
);
select is(queue.firing_id('2030-01-01 13:00Z'), core.id_at('2030-01-01 13:00Z'), 'behind the number of the hour');

select * from finish();
rollback;
