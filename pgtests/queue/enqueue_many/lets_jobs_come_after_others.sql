\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select array(
    select m.job_id
    from queue.enqueue_many('[{"kind": "a"}, {"kind": "b"}, {"kind": "c", "after": [1, 2]}, {"kind": "d", "after": [3]}]') as m
    order by m.place
) as job_ids \gset

select is((queue.get_job((:'job_ids'::bigint[])[3])).state, 'blocked', 'the third waits for the first two');
reset role;
select tests.settle((:'job_ids'::bigint[])[1:2]) as settled \gset
select is(tests.unblock(), (:'job_ids'::bigint[])[3:3], 'it goes on after them');
select tests.settle((:'job_ids'::bigint[])[3:3]) as settled \gset
select is(tests.unblock(), (:'job_ids'::bigint[])[4:4], 'and the fourth after it');

select * from finish();
rollback;
