-- Revert howdah:queue/handler from pg

begin;

drop function queue.list_handlers();
drop function queue.unhandle(text);
drop function queue.handle_http(core.word,text,interval,text);
drop function queue.handle(core.word,regproc,boolean);
drop function queue.check_handler(regproc,boolean);
drop table queue.handler;

commit;
