\ir ../../_setup.psql
select plan(2);

select tests.given_tenant('acme') as acme \gset
select tests.given_key(:'acme', 'reader') as reader, tests.given_key(:'acme', 'nothing') as powerless \gset
set local role howdah_api;

select is(
    (tests.call(:'reader', 'whoami')).body::jsonb - 'principal_id',
    jsonb_build_object(
        'tenant_id', :'acme',
        'permissions', '["tenant.read", "member.read", "job.read", "event.read", "rule.read", "queue.read", "schedule.read"]'::jsonb
    ),
    'the tenant and the rights of the role'
);
select is((tests.call(:'powerless', 'whoami')).status, 200::smallint, 'it needs no right');

select * from finish();
rollback;
