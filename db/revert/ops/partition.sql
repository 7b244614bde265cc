-- Revert howdah:ops/partition from pg

begin;

drop function ops.drop_expired(regclass);
drop function ops.drop_partition(regclass);
drop function ops.expired_partitions(regclass);
drop function ops.expired_spans(regclass);
drop function ops.partition(regclass,regclass,interval,interval,interval);
drop function ops.maintain_log(regclass);
drop function ops.create_partition(regclass,timestamp with time zone,timestamp with time zone);
drop function ops.partition_name(regclass,timestamp with time zone);
drop function ops.log_settings(text);
drop function ops.register_log(text,text,interval,interval,interval);
drop table ops.log;

commit;
