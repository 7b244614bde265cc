\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
set local role howdah_api;
select set_config('howdah.tenant_id', :'acme', true) as spoofed \gset

select is_empty(
    $$
    select s.kind
    from gateway.follow(tests.route('stream_events'), array[tests.digest('hwd_unknown')]) as s
    where s.kind in ('granted', 'event')
    $$,
    'only credentials open tenants'
);

select * from finish();
rollback;
