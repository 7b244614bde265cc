\ir ../../_setup.psql
select plan(2);

create function pg_temp.filled(attempts queue.attempt[])
returns queue.page
language sql
as $$
    select queue.fill_at_once(
        row(null, 1, null, core.now(), core.now(), 'w', false, false, false, '{}', '{}', '{}', '{}')::queue.page, attempts
    )
$$;
select gen_random_uuid() as acme, gen_random_uuid() as two \gset
select
    format('(%s,128,3,1,2,f,f,1,,,)', :'acme') as first,
    format('(%s,256,2,2,1,t,f,1,,,)', :'two') as urgent \gset

select row_eq(
    format(
        'select p.tenant_ids, p.job_ids, p.sizes, p.attempts, p.is_announced from pg_temp.filled(%L::queue.attempt[]) as p',
        array[:'first', :'urgent']::queue.attempt[]
    ),
    row(array[:'two', :'acme']::uuid[], '{256,128}'::bigint[], '{2,3}'::smallint[], '{2,1}'::smallint[], true),
    'several in the order of their priority'
);
select row_eq(
    format(
        'select p.tenant_ids, p.job_ids, p.sizes, p.attempts, p.is_announced from pg_temp.filled(%L::queue.attempt[]) as p',
        array[:'first']::queue.attempt[]
    ),
    row(array[:'acme']::uuid[], '{128}'::bigint[], '{3}'::smallint[], '{1}'::smallint[], false),
    'one as it is'
);

select * from finish();
rollback;
