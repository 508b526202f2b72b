-- What each resource of a sender became here, so that the sender can change it later. Names are those of the translation:
-- the same source gives the same name.
create table warmhandoff.source_resource (
  sender   text not null,
  name     text not null,
  -- Type/id.
  resource text not null,
  primary key (sender, name)
);
