-- One tap tells every grid of an area (through broadcast), or the people of an audience one by one (through notice).

CREATE TABLE announcement (
  id           uuid PRIMARY KEY,
  area_code    text COLLATE "C" NOT NULL REFERENCES area (code),
  audience     text NOT NULL CHECK (audience IN ('everyone', 'party', 'workers')),
  urgency      text NOT NULL CHECK (urgency IN ('emergency', 'important', 'ordinary')),
  title        text NOT NULL,
  words        text NOT NULL,
  picture_id   uuid UNIQUE REFERENCES picture (id),
  answer       text NOT NULL CHECK (answer IN ('read', 'received', 'choice', 'number')),
  choices      text[] NOT NULL DEFAULT '{}',
  unit         text NOT NULL DEFAULT '',
  status       text NOT NULL
    CHECK (status IN ('waiting', 'declined', 'ready', 'scheduled', 'published', 'withdrawn', 'ended')),
  created_by   uuid NOT NULL REFERENCES app_user (id),
  created_at   timestamptz NOT NULL,
  decided_by   uuid REFERENCES app_user (id),
  starts_at    timestamptz,
  published_at timestamptz,
  expires_at   timestamptz NOT NULL CHECK (expires_at > created_at),
  reason       text NOT NULL DEFAULT '',
  reminders    integer NOT NULL DEFAULT 0,
  reminded_at  timestamptz,
  version      integer NOT NULL DEFAULT 1,
  -- The second person is another one.
  CHECK (decided_by <> created_by),
  CHECK ((answer = 'choice') = (cardinality(choices) > 0)),
  CHECK (status <> 'scheduled' OR starts_at IS NOT NULL),
  CHECK (status NOT IN ('published', 'ended') OR published_at IS NOT NULL)
);
CREATE INDEX announcement_area ON announcement (area_code, created_at DESC, id DESC);
CREATE INDEX announcement_published ON announcement (area_code, published_at DESC, id DESC)
  WHERE published_at IS NOT NULL;
CREATE INDEX announcement_scheduled ON announcement (starts_at) WHERE status = 'scheduled';
CREATE INDEX announcement_expiring ON announcement (expires_at) WHERE status = 'published';

-- Who opened it, and what they answered.
CREATE TABLE announcement_reader (
  announcement_id uuid NOT NULL REFERENCES announcement (id),
  user_id         uuid NOT NULL REFERENCES app_user (id),
  area_code       text COLLATE "C" NOT NULL REFERENCES area (code) CHECK (length(area_code) = 15),
  opened_at       timestamptz NOT NULL,
  answered_at     timestamptz,
  choice          smallint,
  number          integer,
  PRIMARY KEY (announcement_id, user_id),
  CHECK (answered_at IS NOT NULL OR (choice IS NULL AND number IS NULL))
);
CREATE INDEX announcement_reader_area ON announcement_reader (announcement_id, area_code);
