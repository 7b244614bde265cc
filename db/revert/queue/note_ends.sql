-- Revert howdah:queue/note_ends from pg

begin;

drop function queue.is_any_announced(queue.page);
drop function queue.without(queue.page,bigint[]);
drop function queue.count_final(queue.page,jsonb);
drop function queue.count_ends(queue.page,text[]);
drop function queue.ended_before(uuid,bigint,bigint);
drop function queue.wake_dependents(queue.page,bigint[],bigint[]);
drop function queue.has_dependents(queue.page);

commit;
