-- What is told to others: events leave in the transaction that makes them, the timer function carries them out.

CREATE TABLE outbox (
  id          uuid PRIMARY KEY,
  event       text NOT NULL,
  key         text NOT NULL UNIQUE,
  payload     jsonb NOT NULL,
  state       text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sent', 'dead')),
  run_at      timestamptz NOT NULL,
  lease_until timestamptz,
  attempts    integer NOT NULL DEFAULT 0,
  last_error  text,
  created_at  timestamptz NOT NULL,
  settled_at  timestamptz
);
CREATE INDEX outbox_due ON outbox (run_at) WHERE state = 'pending';

-- Channel `feed`: the grid's own feed. One item an event and grid.
CREATE TABLE feed_item (
  id         uuid PRIMARY KEY,
  event_key  text NOT NULL,
  area_code  text COLLATE "C" NOT NULL REFERENCES area (code),
  title      text NOT NULL,
  body       text NOT NULL DEFAULT '',
  label      text NOT NULL,
  tone       text NOT NULL CHECK (tone IN ('neutral', 'progress', 'good', 'urgent')),
  path       text NOT NULL,
  picture_id uuid REFERENCES picture (id),
  at         timestamptz NOT NULL,
  UNIQUE (event_key, area_code)
);
CREATE INDEX feed_item_area ON feed_item (area_code, at DESC, id DESC);

-- A card for a grid's WeChat group. One row a message, grid and channel, with its own proof of arrival.
CREATE TABLE delivery (
  id         uuid PRIMARY KEY,
  event_key  text NOT NULL,
  area_code  text COLLATE "C" NOT NULL REFERENCES area (code) CHECK (length(area_code) = 15),
  channel    text NOT NULL CHECK (channel IN ('share')),
  title      text NOT NULL,
  body       text NOT NULL DEFAULT '',
  label      text NOT NULL,
  tone       text NOT NULL CHECK (tone IN ('neutral', 'progress', 'good', 'urgent')),
  path       text NOT NULL,
  state      text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'shared', 'arrived', 'dead')),
  shared_by  uuid REFERENCES app_user (id),
  shared_at  timestamptz,
  arrived_at timestamptz,
  created_at timestamptz NOT NULL,
  UNIQUE (event_key, area_code, channel)
);
CREATE INDEX delivery_waiting ON delivery (area_code, created_at) WHERE state = 'waiting';
