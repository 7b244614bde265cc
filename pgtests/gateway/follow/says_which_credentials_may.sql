\ir ../../_setup.psql
select plan(2);

select tests.given_tenant('acme') as acme, tests.given_tenant('globex') as globex \gset
select tests.given_key(:'acme') as owner, tests.given_key(:'globex', 'nothing') as powerless \gset
set local role howdah_api;

select results_eq(
    format(
        $$
        select s.kind, s.id, s.tenant_id, s.name
        from gateway.follow(tests.route('stream_events'), array[tests.digest(%L), tests.digest(%L), tests.digest('hwd_unknown')]) as s
        where s.kind <> 'position'
        $$,
        :'owner', :'powerless'
    ),
    format(
        $$values ('granted'::text, '1'::text, %L::uuid, null::text), ('refused', '2', %L, '403'), ('refused', '3', null, '401')$$,
        :'acme', :'globex'
    ),
    'each credential is checked, in its place'
);
select is(
    (select s.kind from gateway.follow(tests.route('stream_events'), '{}') as s), 'position',
    'with none there is a position still'
);

select * from finish();
rollback;
