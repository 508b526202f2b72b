-- Members of the workforce who sign in with a password.
create table warmhandoff.staff_user (
  -- Lower case: Ann and ann are the same person.
  name          text        primary key,
  password_hash text        not null,
  roles         text[]      not null,
  -- Practitioner/id of theirs.
  practitioner  text,
  -- Counted up by whatever ends all their sessions: another password, being shut out.
  generation    int         not null default 1,
  must_change   boolean     not null,
  disabled      boolean     not null default false,
  failures      int         not null default 0,
  failed_at     timestamptz,
  locked_until  timestamptz,
  created_at    timestamptz not null,
  created_by    text        not null,
  password_at   timestamptz not null,
  signed_in_at  timestamptz
);

-- Who is signed in, for all nodes; the cookie is kept as a digest only.
create table warmhandoff.staff_session (
  digest      bytea       primary key,
  user_name   text        not null references warmhandoff.staff_user (name),
  generation  int         not null,
  started_at  timestamptz not null,
  seen_at     timestamptz not null,
  -- The patient chosen for one request of an app, and the digest of that request.
  patient     text,
  patient_for bytea
);
create index staff_session_user on warmhandoff.staff_session (user_name);
create index staff_session_seen on warmhandoff.staff_session (seen_at);
