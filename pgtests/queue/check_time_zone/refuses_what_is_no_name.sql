\ir ../../_setup.psql
select plan(2);

set local role queue_owner;

select is_empty(
    $$
    select z.name
    from unnest(array[
        '', 'Mars/Olympus', 'CEST', 'europe/berlin', 'EUROPE/BERLIN', 'UTC+3', '+02:00', 'Foo/Bar3', '<+03>-3', 'Etc/GMT+99',
        '../../etc/passwd', 'Europe/', 'Europe', 'posix/Europe/Berlin', ' UTC'
    ]) as z (name)
    where tests.code_of(format('select queue.check_time_zone(%L)', z.name)) is distinct from 'QU422'
    $$,
    'abbreviations, formulas, other spellings, and what does not exist'
);
select is(tests.code_of('select queue.check_time_zone(null)'), 'QU422', 'and nothing');

select * from finish();
rollback;
