-- Revert howdah:gateway/type_schema from pg

begin;

drop function gateway.composite_schema(regtype, boolean);
drop function gateway.or_null(jsonb);
drop function gateway.type_schema(regtype);
drop function gateway.domain_limits(regtype);
drop function gateway.scalar_schema(regtype);
drop function gateway.component_name(regtype);

commit;
