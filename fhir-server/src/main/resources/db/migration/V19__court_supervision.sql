-- What each court is told of by itself: referrals of court cases, without reading FHIR for every one that is not.
create table warmhandoff.court_case (
  task_id         text primary key references warmhandoff.referral (task_id) on delete cascade,
  court           text not null,
  hearing         date,
  admitted_on     date,
  -- ASAM level, edition included, that the court was last told or enrolled with.
  level           text,
  -- The consent on which the court was last informed, until when it lasts at most, and since when the court knows.
  authority       text,
  authority_until timestamptz,
  told_at         timestamptz,
  -- The hearing and the week that have their report.
  hearing_done    date,
  week_done       date
);
create index court_case_authority on warmhandoff.court_case (authority_until) where authority_until is not null;

-- Cases whose records changed, to be looked through at that time.
create table warmhandoff.court_watch (
  task_id text primary key references warmhandoff.court_case (task_id) on delete cascade,
  due_at  timestamptz not null
);
create index court_watch_due on warmhandoff.court_watch (due_at);
