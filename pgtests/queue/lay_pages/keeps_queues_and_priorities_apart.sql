\ir ../../_setup.psql
select plan(1);

select queue.define('mail') as defined, tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_job('default', priority => 1), tests.given_job('default', priority => 3) \g /dev/null
select tests.given_job('mail', priority => 1), tests.given_job('mail', priority => 1) \g /dev/null

select tests.lay_pages() as pages \gset

select results_eq(
    $$
    select l.queue::text, l.priority, cardinality(p.job_ids)
    from queue.page as p
        inner join queue.lane as l on l.lane_id = p.lane_id
    order by l.queue::text, l.priority
    $$,
    $$values ('default', 1::smallint, 1), ('default', 3::smallint, 1), ('mail', 1::smallint, 2)$$,
    'a page holds jobs of one queue and one priority'
);

select * from finish();
rollback;
