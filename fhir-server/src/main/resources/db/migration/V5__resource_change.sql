-- Writes of FHIR resources that others must hear of after the commit, each until it was handled.
create table warmhandoff.resource_change (
  id            bigint generated always as identity primary key,
  resource_type text not null,
  resource_id   text not null,
  due_at        timestamptz not null,
  attempts      int not null default 0
);
