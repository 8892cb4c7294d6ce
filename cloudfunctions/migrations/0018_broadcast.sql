-- One message to many grids: the rows of all grids are made by one statement, then carried out in their order.

CREATE TABLE broadcast (
  id         uuid PRIMARY KEY,
  -- What the feed items and cards of all its grids are written under.
  key        text NOT NULL UNIQUE,
  title      text NOT NULL,
  body       text NOT NULL DEFAULT '',
  label      text NOT NULL,
  tone       text NOT NULL CHECK (tone IN ('neutral', 'progress', 'good', 'urgent')),
  path       text NOT NULL,
  picture_id uuid REFERENCES picture (id),
  -- Cards go only to groups into which the card of that message was shared.
  after_key  text,
  created_at timestamptz NOT NULL
);

CREATE TABLE broadcast_grid (
  broadcast_id uuid NOT NULL REFERENCES broadcast (id),
  area_code    text COLLATE "C" NOT NULL REFERENCES area (code) CHECK (length(area_code) = 15),
  -- Order inside one telling, from 1.
  position     integer NOT NULL CHECK (position > 0),
  state        text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'told', 'stopped')),
  queued_at    timestamptz NOT NULL,
  told_at      timestamptz,
  PRIMARY KEY (broadcast_id, area_code),
  CHECK ((state = 'told') = (told_at IS NOT NULL))
);
CREATE INDEX broadcast_grid_pending ON broadcast_grid (queued_at, broadcast_id, position) WHERE state = 'pending';
CREATE INDEX broadcast_grid_area ON broadcast_grid (area_code) WHERE state = 'told';

-- A picture that was withdrawn is shown to nobody from that moment; its file and its row follow.
ALTER TABLE picture ADD COLUMN withdrawn_at timestamptz;
CREATE INDEX picture_withdrawn ON picture (withdrawn_at) WHERE withdrawn_at IS NOT NULL;
