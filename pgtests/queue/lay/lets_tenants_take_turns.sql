\ir ../../_setup.psql
select plan(1);

select tests.given_tenant('large') as large, tests.given_tenant('small') as small \gset
select queue.define('mail', page_size => 2) as defined \gset
select tests.as_tenant(:'large') as context \gset
select tests.given_job('mail') from generate_series(1, 6) \g /dev/null
select tests.as_tenant(:'small') as context \gset
select tests.given_job('mail') from generate_series(1, 2) \g /dev/null
select tests.lay() as laid \gset

select results_eq(
    $$
    select t.slug::text
    from queue.backlog as b
        inner join tenancy.tenant as t on t.tenant_id = b.tenant_id
    order by b.tag, b.backlog_id
    $$,
    $$values ('large'), ('small'), ('large'), ('large')$$,
    'who comes late with little does not stand behind who came early with much'
);

select * from finish();
rollback;
