\ir ../../_setup.psql
select plan(2);

set local role api_owner;

select queue.define('mail') as defined \gset

reset role;
select results_eq(
    $$select priority from queue.lane where queue = 'mail' order by priority$$,
    $$values (1::smallint), (2::smallint), (3::smallint), (4::smallint)$$,
    'a new queue has four lanes'
);
select is_empty(
    $$
    select from queue.lane as l
    where l.queue = 'mail' and to_regclass(format('queue.lane_%s_hint', l.lane_id)) is null
    $$,
    'each with a hint'
);

select * from finish();
rollback;
