-- What partners wrote by FHIR, with the version that is theirs: they may refer to it before anything ties them to the patient.
create table warmhandoff.authored_record (
  resource_type text        not null,
  resource_id   text        not null,
  partner       text        not null,
  version       text        not null,
  written_at    timestamptz not null,
  primary key (resource_type, resource_id)
);
