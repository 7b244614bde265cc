\ir ../../_setup.psql
select plan(1);

select tests.given_tenant('large') as large, tests.given_tenant('small') as small \gset
select queue.define('mail', page_size => 2) as defined \gset
select tests.as_tenant(:'large') as context \gset
select tests.given_job('mail') from generate_series(1, 5) \g /dev/null
select tests.as_tenant(:'small') as context \gset
select tests.given_job('mail') from generate_series(1, 2) \g /dev/null

select tests.lay_pages() as pages \gset

select results_eq(
    $$
    select t.slug::text
    from queue.page as p
        cross join lateral unnest(p.tenant_ids) with ordinality as u (tenant_id, place)
        inner join tenancy.tenant as t on t.tenant_id = u.tenant_id
    order by p.page_id, u.place
    $$,
    $$values ('large'), ('small'), ('large'), ('small'), ('large'), ('large'), ('large')$$,
    'who comes late with little does not stand behind who came early with much'
);

select * from finish();
rollback;
