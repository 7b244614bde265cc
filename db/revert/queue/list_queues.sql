-- Revert howdah:queue/list_queues from pg

begin;

delete from ops.metric_source where function_name = 'queue.metrics';

drop function queue.list_queues();
drop type queue.queue_view;
drop function queue.metrics();
drop function queue.depth(integer);
drop function queue.running(integer);
drop function queue.live_pages(integer);

commit;
