-- Addresses that signing in failed from. Names that nobody has are not kept: people type passwords there.
create table warmhandoff.sign_in_address (
  address      text        primary key,
  failures     int         not null,
  failed_at    timestamptz not null,
  locked_until timestamptz
);
create index sign_in_address_failed on warmhandoff.sign_in_address (failed_at);

-- What happened to users and their sessions (45 CFR 164.308(a)(5)(ii)(C)).
create table warmhandoff.staff_user_event (
  id        bigint generated always as identity primary key,
  at        timestamptz not null,
  event     text        not null,
  user_name text        not null,
  -- Who did it: the same, an administrator, or a command.
  actor     text        not null,
  address   text
);
create index staff_user_event_user on warmhandoff.staff_user_event (user_name, id);

-- What an app wants to find in the token that tells who uses it (OpenID Connect Core 1.0, 3.1.2.1).
alter table warmhandoff.app_grant add column nonce text;
