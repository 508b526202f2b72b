-- Which payer partner pays for whom, one row a Coverage: the members of a payer's Group are read from here.
create table warmhandoff.payer_coverage (
  coverage_id   text not null,
  payer         text not null,
  patient_id    text not null,
  active        boolean not null,
  covered_from  timestamptz,
  covered_until timestamptz,
  period_start  text,
  period_end    text,
  primary key (coverage_id, payer)
);
create index payer_coverage_payer on warmhandoff.payer_coverage (payer, patient_id);

-- Groups to write anew. A row a change, so that those who note one never wait for the one who writes the Group.
create table warmhandoff.payer_group_due (
  id    bigint generated always as identity primary key,
  payer text not null
);

-- What the rows above were made with, and up to when the passing of time has been seen to.
create table warmhandoff.payer_upkeep (
  id           boolean primary key default true check (id),
  matched_with text not null,
  seen_until   timestamptz not null
);
