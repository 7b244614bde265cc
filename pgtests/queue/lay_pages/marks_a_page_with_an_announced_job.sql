\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, queue.define('mail') as defined \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_job(), tests.given_job(is_announced => true), tests.given_job('mail') \g /dev/null

select tests.lay_pages() as pages \gset

select results_eq(
    $$
    select l.queue::text, p.is_announced
    from queue.page as p
        inner join queue.lane as l on l.lane_id = p.lane_id
    order by l.queue::text
    $$,
    $$values ('default', true), ('mail', false)$$,
    'only a page with an announced job is looked at for hooks'
);

select * from finish();
rollback;
