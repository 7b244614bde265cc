-- Revert howdah:gateway/follow from pg

begin;

drop function gateway.follow(integer,bytea[],text,integer);
drop type gateway.stream_item;

commit;
