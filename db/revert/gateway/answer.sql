-- Revert howdah:gateway/answer from pg

begin;

delete from ops.maintenance where function_name = 'gateway.maintain';
delete from ops.log where log_table = 'gateway.answer';

drop function gateway.maintain();
drop function gateway.keep_answer(text,integer,bytea,smallint,text);
drop function gateway.find_answer(text,bytea);
drop table gateway.answer;
drop sequence gateway.answer_id_seq;

commit;
