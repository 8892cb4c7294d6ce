-- A child, a relative or a neighbour files for somebody who cannot or would rather not: who it is for, how they agreed
-- (column consent), and how they were told the result themselves.
ALTER TABLE appeal
  ADD COLUMN behalf_name            text NOT NULL DEFAULT '' CHECK (length(behalf_name) <= 20),
  ADD COLUMN behalf_phone_encrypted text,
  -- The person, when the program knows them in the grid of the case.
  ADD COLUMN behalf_user_id         uuid REFERENCES app_user (id),
  ADD COLUMN behalf_told_by         text CHECK (behalf_told_by IN ('in_app', 'by_phone', 'in_person')),
  ADD CONSTRAINT appeal_behalf CHECK (behalf_name <> '' OR (behalf_phone_encrypted IS NULL AND behalf_user_id IS NULL)),
  ADD CONSTRAINT appeal_behalf_consent CHECK (behalf_name = '' OR consent <> ''),
  ADD CONSTRAINT appeal_behalf_other CHECK (behalf_user_id <> submitter_id);

CREATE INDEX appeal_behalf_user ON appeal (behalf_user_id, submitted_at DESC, id DESC) WHERE behalf_user_id IS NOT NULL;
