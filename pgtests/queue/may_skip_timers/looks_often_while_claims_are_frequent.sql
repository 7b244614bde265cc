\ir ../../_setup.psql
select plan(6);

create function pg_temp.may_skip(since_look interval, since_turn interval, has_lots boolean, pending text default null)
returns boolean
language sql
as $$
    select queue.may_skip_timers(
        jsonb_populate_record(null::queue.turn, jsonb_build_object(
            'turned_at', core.now() - since_turn, 'timers_ticked_at', core.now() - since_look, 'pending_snapshot', pending
        )),
        jsonb_populate_record(null::pulse.tick, jsonb_build_object('ticked_at', core.now())), has_lots
    )
$$;

select ok(pg_temp.may_skip('9 ms', '1 ms', false), 'what was looked at just now');
select ok(not pg_temp.may_skip('11 ms', '1 ms', true), 'not while one claim follows another');
select ok(not pg_temp.may_skip('50 ms', '50 ms', false), 'not where there is nothing else to do');
select ok(pg_temp.may_skip('50 ms', '50 ms', true), 'where jobs come after a rest');
select ok(not pg_temp.may_skip('201 ms', '50 ms', true), 'but not for long');
select ok(pg_temp.may_skip('1 hour', '1 hour', false, '5:5:'), 'while a cut goes on');

select * from finish();
rollback;
