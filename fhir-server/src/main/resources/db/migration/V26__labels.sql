-- Records whose labels rose: what was made of them is looked at again.
create table warmhandoff.label_due (
  id            bigint generated always as identity primary key,
  resource_type text        not null,
  resource_id   text        not null,
  due_at        timestamptz not null,
  attempts      int         not null default 0
);
create index label_due_at on warmhandoff.label_due (due_at);

-- Labels that a privacy officer took from a record, so that the server does not put them back.
create table warmhandoff.label_removal (
  resource_type text        not null,
  resource_id   text        not null,
  system        text        not null,
  code          text        not null,
  removed_by    text        not null,
  removed_at    timestamptz not null,
  primary key (resource_type, resource_id, system, code)
);

-- How far records that were stored before there were labels have been labelled.
create table warmhandoff.label_progress (
  name      text   primary key,
  pass      int    not null,
  reached   bigint not null,
  last      bigint not null,
  raised    bigint not null,
  done_at   timestamptz
);

-- The text of protected notes, apart from the record (45 CFR 164.501, 42 CFR 2.11). Every version of it stays.
create table warmhandoff.protected_note (
  resource_type text        not null,
  resource_id   text        not null,
  revision      int         not null,
  -- Login name of who wrote it; null when no person is known.
  author        text,
  written_at    timestamptz not null,
  key_id        text        not null,
  digest        bytea       not null,
  sealed        bytea       not null,
  primary key (resource_type, resource_id, revision)
);
create index protected_note_key on warmhandoff.protected_note (key_id);
