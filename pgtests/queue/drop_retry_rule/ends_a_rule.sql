\ir ../../_setup.psql
select plan(3);

set local role api_owner;
select queue.set_retry_rule('default', 'x', 'dead'), queue.set_retry_rule('default', 'x', 'snooze') \g /dev/null

select results_eq($$select error_type, outcome from queue.list_retry_rules('default')$$, $$values ('x', 'snooze')$$, 'the last word counts');
select queue.drop_retry_rule('default', 'x') as dropped \gset

select is_empty($$select from queue.list_retry_rules('default')$$, 'it is gone');
select throws_ok($$select queue.drop_retry_rule('default', 'x')$$, 'QU404', null, 'again there is none');

select * from finish();
rollback;
