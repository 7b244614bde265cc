\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_job() as suspect, tests.given_job() as other \gset
select tests.see_own() as seen \gset
select queue.store_turn(
    queue.line_up(
        queue.latest_turn(q.queue_id), q,
        array[
            row(:'acme', :suspect, 1, 2, 2, false, true, 1, null, null, null),
            row(:'acme', :other, 1, 1, 2, false, false, 1, null, null, null)
        ]::queue.attempt[]
    ),
    core.now()
) as lined_up
from queue.queue as q
where q.name = 'default' \gset

create function pg_temp.next()
returns table (job_id bigint, is_suspect boolean)
language sql
as $$
    select c.job_id, c.is_suspect from queue.claim_slices('{default}', 'test') as c
$$;

select set_eq(
    $$select n.* from pg_temp.next() as n union all select n.* from pg_temp.next() as n$$,
    format($$values (%s::bigint, true), (%s, false)$$, :suspect, :other), 'each of the two alone, and the suspect by its name'
);
select is_empty($$select pg_temp.next()$$, 'nothing is left');

select * from finish();
rollback;
