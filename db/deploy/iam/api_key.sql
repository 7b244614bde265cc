-- Deploy howdah:iam/api_key to pg
-- requires: iam/role

begin;

set local role iam_owner;

create table iam.api_key (
    tenant_id uuid not null,
    api_key_id uuid not null default core.new_id(),
    name core.title not null,
    role core.slug not null,
    digest bytea not null unique
    constraint digest_is_sha256 check (octet_length(digest) = 32),
    hint text not null,
    created_at timestamptz not null default core.now(),
    created_by uuid,
    expires_at timestamptz,
    revoked_at timestamptz,
    primary key (tenant_id, api_key_id)
);

comment on table iam.api_key is 'Credentials of programs. The secret is shown once; only its SHA-256 is here.';
comment on column iam.api_key.tenant_id is 'The tenant that the key opens.';
comment on column iam.api_key.api_key_id is 'The id of the key; the principal of what is done with it.';
comment on column iam.api_key.name is 'What it is used for.';
comment on column iam.api_key.role is 'The role that it acts in.';
comment on column iam.api_key.digest is 'SHA-256 of the secret.';
comment on column iam.api_key.hint is 'The first characters of the secret, to tell keys apart.';
comment on column iam.api_key.created_at is 'Since when it exists.';
comment on column iam.api_key.created_by is 'Which principal made it; null for the system.';
comment on column iam.api_key.expires_at is 'From when on it is refused; null: never.';
comment on column iam.api_key.revoked_at is 'When it was revoked; null: it was not.';

select core.protect('iam.api_key', 'iam_engine');
grant select, insert on iam.api_key to iam_engine;

commit;
