-- When each part of the timer last ran and how it went, so that whoever watches sees a clock that stands still.

CREATE TABLE timer_part (
  part         text PRIMARY KEY,
  ran_at       timestamptz NOT NULL,
  succeeded_at timestamptz,
  took_ms      integer NOT NULL CHECK (took_ms >= 0),
  -- Failures ever; only grows.
  failures     bigint NOT NULL DEFAULT 0 CHECK (failures >= 0),
  -- Kind of the last failure, never its words.
  last_error   text
);

-- What was given up is counted at each look, among all that was ever told.
CREATE INDEX outbox_dead ON outbox (created_at) WHERE state = 'dead';
-- Messages of the last day.
CREATE INDEX broadcast_recent ON broadcast (created_at);
