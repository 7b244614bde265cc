\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select array(
    select m.job_id
    from queue.enqueue_many(
        '[{"kind": "a", "payload": 1}, {"kind": "b"}, {"kind": "a", "payload": null}, {"kind": "b", "payload": {"c": 2}}]'
    ) as m
    order by m.place
) as job_ids \gset

select results_eq(
    format($$
        select j.kind, j.payload
        from unnest(%L::bigint[]) with ordinality as n (job_id, place) cross join lateral queue.get_job(n.job_id) as j
        order by n.place
    $$, :'job_ids'),
    $$values ('a', '1'::jsonb), ('b', '{}'), ('a', 'null'), ('b', '{"c": 2}')$$,
    'one row for each, as it stands in the call'
);

select * from finish();
rollback;
