\ir ../../_setup.psql
select plan(1);

select throws_ok(
    $$
    insert into queue.page (lane_id, is_announced, tenant_ids, job_ids, attempts)
    values (1, false, '{}', '{1}', '{1}')
    $$,
    '23514', null, 'each job of a page has its tenant and its attempt'
);

select * from finish();
rollback;
