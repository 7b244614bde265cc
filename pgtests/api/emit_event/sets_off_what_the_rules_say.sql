\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset
set local role howdah_api;
select r.status as made from tests.call(:'secret', 'create_rule', '{"event_type": "order.*", "kind": "mail.send"}') as r \gset

select r.rings::text as rings, r.body from tests.call(:'secret', 'emit_event', '{"type": "order.paid", "key": "order/42"}') as r \gset

select is(jsonb_array_length(:'body'::jsonb -> 'job_ids'), 1, 'the rule made a job');
select is(:'rings'::text[], '{queue,event}', 'workers and readers are to be woken');
select is(
    (tests.call(:'secret', 'get_event', jsonb_build_object('event_id', :'body'::jsonb -> 'event_id'))).body::jsonb ->> 'key', 'order/42',
    'the event is in the log'
);

select * from finish();
rollback;
