-- What was deleted, withdrawn or ended for good: ids and times, nothing of anybody. Who restores a backup does it once
-- more, so that nobody who has left comes back. A copy of each row is kept outside of the database.
CREATE TABLE deletion (
  kind    text NOT NULL CHECK (kind ~ '^[a-z]+\.[a-z_]+$'),
  target  uuid NOT NULL,
  at      timestamptz NOT NULL,
  -- A status or an id, never words.
  detail  text NOT NULL DEFAULT '' CHECK (detail ~ '^[a-z0-9_-]{0,40}$'),
  -- When the copy outside was written.
  kept_at timestamptz,
  PRIMARY KEY (kind, target, at)
);
CREATE INDEX deletion_unkept ON deletion (at) WHERE kept_at IS NULL;
CREATE TRIGGER deletion_append_only BEFORE UPDATE OF kind, target, at, detail OR DELETE OR TRUNCATE ON deletion
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
