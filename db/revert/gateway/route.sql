-- Revert howdah:gateway/route from pg

begin;

drop function gateway.declare_nullable(regtype,text[]);
drop table gateway.nullable_field;
drop table gateway.route;

commit;
