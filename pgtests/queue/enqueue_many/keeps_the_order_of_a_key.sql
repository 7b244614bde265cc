\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select array(
    select m.job_id
    from queue.enqueue_many(
        '[{"kind": "a", "ordering_key": "k"}, {"kind": "b", "ordering_key": "k"}, {"kind": "a", "ordering_key": "k"},
        {"kind": "a", "ordering_key": "k", "unique_key": "u"}, {"kind": "a", "ordering_key": "k"}]'
    ) as m
    order by m.place
) as job_ids \gset

select is(:'job_ids'::bigint[], array(select j from unnest(:'job_ids'::bigint[]) as j order by j), 'first come, first served');

select * from finish();
rollback;
