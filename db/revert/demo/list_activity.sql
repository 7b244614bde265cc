-- Revert howdah:demo/list_activity from pg

begin;

select gateway.withdraw('GET', '/v1/activity');
delete from gateway.nullable_field where type_name = 'demo.activity_view';

drop function demo.list_activity(bigint, integer, text);
drop type demo.activity_view;

commit;
