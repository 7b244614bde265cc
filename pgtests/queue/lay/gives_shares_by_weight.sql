\ir ../../_setup.psql
select plan(1);

select tests.given_tenant('heavy') as heavy, tests.given_tenant('light') as light \gset
select queue.define('mail', page_size => 1) as defined \gset
select queue.set_share('mail', :'heavy', 3::smallint) as shared \gset
select tests.as_tenant(:'light') as context \gset
select tests.given_job('mail') from generate_series(1, 6) \g /dev/null
select tests.as_tenant(:'heavy') as context \gset
select tests.given_job('mail') from generate_series(1, 6) \g /dev/null
select tests.lay() as laid \gset

select is(
    (
        select count(*)
        from (select b.tenant_id from queue.backlog as b order by b.tag, b.backlog_id limit 8) as f
        where f.tenant_id = :'heavy'
    ),
    6::bigint, 'of the first eight, a tenant of weight 3 has three for each one of another'
);

select * from finish();
rollback;
