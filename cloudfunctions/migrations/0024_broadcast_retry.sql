-- A message to many grids that cannot be told is tried again later, ever more seldom, and in the end set aside, so that
-- those behind it in the queue are told.
ALTER TABLE broadcast
  -- Failures since the last batch that was told.
  ADD COLUMN attempts   integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  ADD COLUMN run_at     timestamptz,
  ADD COLUMN dead_at    timestamptz,
  -- Kind of the last failure, never its words.
  ADD COLUMN last_error text;
