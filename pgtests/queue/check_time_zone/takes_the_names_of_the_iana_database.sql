\ir ../../_setup.psql
select plan(1);

set local role queue_owner;

select is_empty(
    $$
    select z.name
    from unnest(array[
        'UTC', 'Europe/Berlin', 'America/New_York', 'America/Argentina/Buenos_Aires', 'Australia/Lord_Howe',
        'Africa/Casablanca', 'America/Port-au-Prince', 'Etc/GMT+5', 'Etc/UTC', 'Japan'
    ]) as z (name)
    where tests.code_of(format('select queue.check_time_zone(%L)', z.name)) is not null
    $$,
    'places, and fixed distances'
);

select * from finish();
rollback;
