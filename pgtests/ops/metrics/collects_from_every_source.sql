\ir ../../_setup.psql
select plan(2);

create function tests.measure() returns setof ops.metric language sql stable security definer as $$
    select 'tests_warmth', '{"room": "1"}'::jsonb, 21.5::double precision, 'How warm it is.', 'gauge'
$$;
set local role gateway_owner;
select ops.register_metrics('tests.measure'), ops.register_metrics('tests.measure') as registered \gset

set local role howdah_monitor;
select results_eq(
    $$select m.labels ->> 'room', m.value, m.type from ops.metrics() as m where m.name = 'tests_warmth'$$,
    $$values ('1'::text, 21.5::double precision, 'gauge'::text)$$,
    'what was registered is measured, once'
);
select isnt_empty(
    $$select from ops.metrics() as m where m.name like 'howdah_queue%'$$,
    'besides that of the services'
);

select * from finish();
rollback;
