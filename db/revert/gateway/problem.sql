-- Revert howdah:gateway/problem from pg

begin;

drop function gateway.declare_problem(text,text);
drop table gateway.problem;

commit;
