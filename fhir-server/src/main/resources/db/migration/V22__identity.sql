-- Keys that this server signs tokens with, the newest first in use; private parts sealed by the vault.
create table warmhandoff.signing_key (
  kid        text        primary key,
  sealed     bytea       not null,
  created_at timestamptz not null
);

-- Clients beside those of partners' entries: added by command, and staff.
create table warmhandoff.client (
  id            text        primary key,
  partner_id    text,
  -- A JSON Web Key Set, or the https address of one; null for an app without a key.
  key_set       jsonb,
  key_address   text,
  scopes        text        not null,
  roles         text[]      not null default '{}',
  redirect_uris text[]      not null default '{}',
  created_at    timestamptz not null,
  created_by    text        not null,
  revoked_at    timestamptz
);

-- Assertions that were used, by digest of client and jti, until they would be refused as expired anyway.
create table warmhandoff.assertion_used (
  digest     bytea       primary key,
  expires_at timestamptz not null
);
create index assertion_used_expiry on warmhandoff.assertion_used (expires_at);
