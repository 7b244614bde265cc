-- Revert howdah:queue/hook from pg

begin;

drop function queue.call_hooks(jsonb);
drop function queue.register_hook(regproc);
drop table queue.hook;

commit;
