\ir ../../_setup.psql
select plan(1);

set local role api_owner;
select queue.define('mail', page_size => 10) as defined \gset

select queue.define('mail', page_size => 20, max_attempts => 3) as defined \gset

reset role;
select results_eq(
    $$select page_size, max_attempts from queue.queue where name = 'mail'$$,
    $$values (20::smallint, 3::smallint)$$,
    'define() again says how the queue treats its jobs from now on'
);
select * from finish();
rollback;
