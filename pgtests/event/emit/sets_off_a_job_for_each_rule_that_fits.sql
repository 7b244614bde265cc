\ir ../../_setup.psql
select plan(2);

select queue.define('mail') as defined, tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;
select
    event.create_rule('order.paid', 'mail.send', queue => 'mail', priority => 1::smallint),
    event.create_rule('order.*', 'count', is_announced => false),
    event.create_rule('user.*', 'greet')
\g /dev/null

select (e.event).event_id, e.job_ids from event.emit('order.paid', '{"n": 1}', 'order/7') as e \gset

reset role;
select results_eq(
    $$select kind::text, queue::text, priority, is_announced, payload from queue.job order by kind::text$$,
    format(
        $$
        select *
        from (
            values
            ('count', 'default', 2::smallint, false), ('mail.send', 'mail', 1::smallint, true)
        ) as r
            cross join (
                select jsonb_build_object(
                    'event_id', %s, 'type', 'order.paid', 'key', 'order/7', 'data', '{"n": 1}'::jsonb
                )
            ) as p
        $$,
        :event_id
    ),
    'each job carries the event, in the queue and with the priority of its rule'
);
select bag_eq(
    'select job_id from queue.job', :'job_ids'::bigint[], 'the caller learns their numbers'
);

select * from finish();
rollback;
