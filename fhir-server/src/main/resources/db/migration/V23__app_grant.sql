-- What people granted to apps (SMART App Launch): a code first, refresh tokens after it, both kept as digests only.
create table warmhandoff.app_grant (
  id                text        primary key,
  -- Counted up by every use, so that of two who use the same code or token at once one is refused.
  version           int         not null,
  client_id         text        not null,
  user_name         text        not null,
  roles             text[]      not null,
  patient           text,
  scopes            text        not null,
  redirect_uri      text        not null,
  code_challenge    text        not null,
  code_digest       bytea       not null unique,
  code_expires_at   timestamptz not null,
  code_used         boolean     not null,
  refresh_digest    bytea       unique,
  -- The one before: who shows it has an old copy, and ends the grant.
  refresh_previous  bytea,
  refresh_expires_at timestamptz,
  expires_at        timestamptz not null
);
create index app_grant_previous on warmhandoff.app_grant (refresh_previous);
create index app_grant_expiry on warmhandoff.app_grant (expires_at);
create index app_grant_user on warmhandoff.app_grant (user_name);
