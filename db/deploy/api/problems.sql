-- Deploy howdah:api/problems to pg
-- requires: api/schema
-- requires: gateway/problem

begin;

set local role api_owner;

select gateway.declare_problem('QU404', 'There is no such job, batch, schedule, queue, page or rule, or none in the tenant.');
select gateway.declare_problem('QU409', 'The job, page or batch is in a state that does not allow this, or the lease is lost; or another schedule has the name.');
select gateway.declare_problem('QU422', 'There is no such queue, batch, job to depend on or time zone, the cron expression is none, the payload is too large, or there are too few or too many jobs.');
select gateway.declare_problem('QU423', 'The queue is draining: it accepts no jobs until it is resumed. Try again later, or use another queue.');
select gateway.declare_problem('VE404', 'There is no such rule in the tenant.');
select gateway.declare_problem('VE410', 'The stream cannot be resumed there: the position is unknown or no longer kept. Read the list of events, and follow from now on.');

commit;
