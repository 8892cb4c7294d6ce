-- What goes to many grids has an urgency and a sender: emergencies are told before anything else, senders take turns.
-- A batch that fails is put off by itself, in ever smaller parts, while the rest of the message goes on.

ALTER TABLE broadcast
  ADD COLUMN lane text NOT NULL DEFAULT 'ordinary' CHECK (lane IN ('emergency', 'important', 'ordinary')),
  -- Town of the sender, or the district; senders of a lane take turns.
  ADD COLUMN source_code text COLLATE "C" NOT NULL DEFAULT '',
  DROP COLUMN attempts,
  DROP COLUMN run_at,
  DROP COLUMN dead_at,
  DROP COLUMN last_error;
-- Until now only searches for missing persons were told this way.
UPDATE broadcast SET lane = 'emergency';
ALTER TABLE broadcast ALTER COLUMN lane DROP DEFAULT, ALTER COLUMN source_code DROP DEFAULT;

ALTER TABLE broadcast_grid
  -- Failures of this grid.
  ADD COLUMN attempts   integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  -- Not before this moment: quiet hours, or a failure.
  ADD COLUMN run_at     timestamptz,
  -- Kind of the last failure, never its words.
  ADD COLUMN last_error text;
UPDATE broadcast_grid SET run_at = queued_at;
ALTER TABLE broadcast_grid ALTER COLUMN run_at SET NOT NULL;

DROP INDEX broadcast_grid_pending;
CREATE INDEX broadcast_grid_pending ON broadcast_grid (broadcast_id, attempts, queued_at, position)
  WHERE state = 'pending';

-- When a sender had its last turn: a number that grows, since clocks of several jobs differ.
CREATE SEQUENCE broadcast_turn_number;
CREATE TABLE broadcast_turn (
  source_code text COLLATE "C" PRIMARY KEY,
  turn        bigint NOT NULL
);

-- Hours of Shanghai in which nothing but emergencies is told.
INSERT INTO setting (name, version, value, valid_from) VALUES
  ('delivery.quiet', 1, '{"from": 22, "until": 7}', '2020-01-01T00:00:00Z');
