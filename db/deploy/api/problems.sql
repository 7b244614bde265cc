-- Deploy howdah:api/problems to pg
-- requires: api/schema
-- requires: gateway/problem

begin;

set local role api_owner;

select gateway.declare_problem('QU404', 'There is no such job, batch, schedule or queue.');
select gateway.declare_problem('QU409', 'The job is in a state that does not allow this, or its lease is lost; the batch is closed; or another schedule has the name.');
select gateway.declare_problem('QU423', 'The queue is draining: it accepts no jobs until it is resumed.');
select gateway.declare_problem('QU422', 'There is no such queue or time zone, the cron expression is none, or the batch is too small or too large.');
select gateway.declare_problem('VE404', 'There is no such rule in the tenant.');
select gateway.declare_problem('VE410', 'The stream cannot be resumed there: the position is unknown or no longer kept. Read the list of events, and follow from now on.');

commit;
