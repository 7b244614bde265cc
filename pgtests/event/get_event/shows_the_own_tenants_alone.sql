\ir ../../_setup.psql
select plan(3);

select tests.given_tenant('acme') as acme, tests.given_tenant('other') as other \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;
select (e.event).event_id from event.emit('order.paid') as e \gset

select is((event.get_event(:event_id)).type::text, 'order.paid', 'an event of the tenant');
select is((event.get_event(7)).event_id, null, 'there is no such event');
reset role;
select tests.as_tenant(:'other') as context \gset
set local role api_owner;
select is((event.get_event(:event_id)).event_id, null, 'nor is there one of another tenant');

select * from finish();
rollback;
