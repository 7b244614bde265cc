-- Deploy howdah:core/types to pg
-- requires: core/schema

begin;

set local role core_owner;

create domain core.page_size as integer
    constraint page_size_is_1_to_200 check (value between 1 and 200);
comment on domain core.page_size is 'How many items a page holds: 1 to 200.';

create domain core.slug as text
    constraint slug_is_lower_case_letters_digits_and_dashes
    check (value ~ '^[a-z0-9][a-z0-9-]{0,62}$');
comment on domain core.slug is 'A short name: lower-case letters, digits and dashes, 1 to 63 characters.';

create domain core.title as text
    constraint title_has_1_to_200_characters check (length(value) between 1 and 200);
comment on domain core.title is 'A name for people: 1 to 200 characters.';

create domain core.word as text
    constraint word_has_no_space check (value ~ '^[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}$');
comment on domain core.word is
    'A technical name such as an event type or a kind of job: letters, digits and ._:/-, 1 to 128 characters.';

create domain core.email as text
    constraint email_has_one_at_sign
    check (value ~ '^[^@\s]{1,64}@[^@\s]{1,190}$');
comment on domain core.email is 'An e-mail address.';

grant usage on type core.page_size, core.slug, core.title, core.word, core.email to public;

commit;
