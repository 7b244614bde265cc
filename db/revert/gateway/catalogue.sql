-- Revert howdah:gateway/catalogue from pg

begin;

drop function gateway.catalogue();
drop function gateway.component_schemas();
drop function gateway.error_list(gateway.route);
drop function gateway.codes_of(gateway.route);
drop function gateway.result_schema(gateway.route);
drop function gateway.list_schema(jsonb,boolean);
drop function gateway.argument_list(gateway.route);
drop function gateway.default_value(text);
drop function gateway.argument_place(text,text,text);

commit;
