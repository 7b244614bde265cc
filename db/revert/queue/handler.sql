-- Revert howdah:queue/handler from pg

begin;

drop function queue.handle(core.word,regproc);
drop table queue.handler;

commit;
