-- A setting is changed by two people: one proposes, another approves. What was refused stays readable, too.

CREATE TABLE setting_proposal (
  id           uuid PRIMARY KEY,
  name         text NOT NULL,
  value        jsonb NOT NULL,
  -- The newest version when it was proposed; it replaces no other.
  base_version integer NOT NULL,
  reason       text NOT NULL,
  proposed_by  uuid NOT NULL REFERENCES app_user (id),
  proposed_at  timestamptz NOT NULL,
  decided_by   uuid REFERENCES app_user (id),
  decided_at   timestamptz,
  approved     boolean,
  words        text NOT NULL DEFAULT '',
  FOREIGN KEY (name, base_version) REFERENCES setting (name, version),
  CHECK (decided_by <> proposed_by),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL) AND (decided_by IS NULL) = (approved IS NULL))
);
CREATE UNIQUE INDEX setting_proposal_waiting ON setting_proposal (name) WHERE decided_at IS NULL;
