\ir ../../_setup.psql
select plan(9);

select tests.given_tenant() as acme \gset
select q.queue_id from queue.queue as q where q.name = 'default' \gset

create function pg_temp.fits(
    sizes integer[], ordering_key text default null, is_suspect boolean default false, is_limited boolean default false,
    waiting bigint[] default '{0,0,0,0}'
)
returns boolean
language sql
as $$
    select queue.fits_at_once(
        jsonb_populate_record(t, jsonb_build_object('waiting', fits.waiting)),
        jsonb_populate_record(q, jsonb_build_object('is_limited', fits.is_limited)),
        array(
            select row(
                gen_random_uuid(), 128 * s.place, s.size, 1, 2, false, is_suspect, 1, null, ordering_key, null
            )::queue.attempt
            from unnest(sizes) with ordinality as s (size, place)
        ),
        100
    )
    from queue.queue as q
        cross join lateral queue.latest_turn(q.queue_id) as t
    where q.name = 'default'
$$;

select ok(pg_temp.fits('{100}'), 'one lot as large as the page');
select ok(not pg_temp.fits('{101}'), 'not a larger one');
select ok(pg_temp.fits('{60,40}') and not pg_temp.fits('{60,41}'), 'several that fill it together');
select ok(not pg_temp.fits('{}'), 'nothing is no page');
select ok(not pg_temp.fits('{1}', 'a') and not pg_temp.fits('{1,1}', 'a'), 'not where an order holds');
select ok(not pg_temp.fits('{1,1}', is_suspect => true), 'not a suspect beside others');
select ok(not pg_temp.fits('{1}', is_limited => true), 'not past limits');
select ok(not pg_temp.fits('{1}', waiting => '{0,0,0,1}'), 'nor past what waits');
select tests.given_tenant('two') as two \gset
select tenancy.set_state(:'two', 'suspended') as suspended \gset
select ok(not pg_temp.fits('{1}'), 'not while any tenant is suspended');

select * from finish();
rollback;
