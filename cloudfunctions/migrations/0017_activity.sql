-- Volunteering: activities with shifts, places that are never sold twice, hours that are counted once.

CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE activity (
  id           uuid PRIMARY KEY,
  area_code    text COLLATE "C" NOT NULL REFERENCES area (code),
  kind         text NOT NULL CHECK (kind IN ('snow', 'flood', 'gate', 'patrol', 'waste', 'clean', 'elder', 'event', 'other')),
  title        text NOT NULL CHECK (length(title) BETWEEN 1 AND 30),
  words        text NOT NULL CHECK (length(words) BETWEEN 1 AND 500),
  place        text NOT NULL CHECK (length(place) BETWEEN 1 AND 60),
  latitude     double precision CHECK (latitude BETWEEN -90 AND 90),
  longitude    double precision CHECK (longitude BETWEEN -180 AND 180),
  bring        text NOT NULL DEFAULT '',
  skills       text NOT NULL DEFAULT '',
  contact      text NOT NULL,
  phone_encrypted text NOT NULL,
  min_age      smallint NOT NULL,
  max_age      smallint NOT NULL,
  party_only   boolean NOT NULL,
  -- Service with a risk is for grown-ups, and says how they are insured (volunteer rules of Beijing, art. 12, 18).
  risky        boolean NOT NULL,
  insurance    text NOT NULL DEFAULT '',
  picture_id   uuid REFERENCES picture (id),
  status       text NOT NULL CHECK (status IN ('draft', 'proposed', 'published', 'declined', 'called_off', 'reported')),
  version      integer NOT NULL DEFAULT 1,
  organiser_id uuid NOT NULL REFERENCES app_user (id),
  created_at   timestamptz NOT NULL,
  published_at timestamptz,
  decided_by   uuid REFERENCES app_user (id),
  -- Why it was declined or called off.
  reason       text NOT NULL DEFAULT '',
  report       text NOT NULL DEFAULT '',
  reported_at  timestamptz,
  -- The first shift that is not over, else the last one: the order of lists. The clock moves it on.
  next_at      timestamptz NOT NULL,
  next_over_at timestamptz NOT NULL,
  -- Free places that the cards last spoke of; null before there is a card.
  told_left    integer,
  CHECK ((latitude IS NULL) = (longitude IS NULL)),
  CHECK (min_age <= max_age),
  CHECK (NOT risky OR (insurance <> '' AND min_age >= 18)),
  CHECK ((status IN ('published', 'reported')) <= (published_at IS NOT NULL)),
  CHECK ((status IN ('declined', 'called_off')) <= (reason <> '')),
  CHECK ((status = 'reported') = (reported_at IS NOT NULL))
);
CREATE INDEX activity_area ON activity (area_code, next_at, id) WHERE status = 'published';
CREATE INDEX activity_next ON activity (next_over_at) WHERE status = 'published';
CREATE INDEX activity_organiser ON activity (organiser_id, id DESC);

-- Pictures of the report, which go back to the neighbours with thanks.
CREATE TABLE activity_picture (
  activity_id uuid NOT NULL REFERENCES activity (id),
  position    smallint NOT NULL CHECK (position BETWEEN 0 AND 8),
  picture_id  uuid NOT NULL UNIQUE REFERENCES picture (id),
  PRIMARY KEY (activity_id, position)
);

CREATE TABLE shift (
  id          uuid PRIMARY KEY,
  activity_id uuid NOT NULL REFERENCES activity (id),
  starts_at   timestamptz NOT NULL,
  ends_at     timestamptz NOT NULL,
  capacity    integer NOT NULL CHECK (capacity BETWEEN 1 AND 500),
  -- Never more than there are.
  taken       integer NOT NULL DEFAULT 0 CHECK (taken BETWEEN 0 AND capacity),
  waiting     integer NOT NULL DEFAULT 0 CHECK (waiting >= 0),
  -- Order of the sign-ups; the row's lock makes it the order in which they came.
  last_place  integer NOT NULL DEFAULT 0,
  CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '12 hours'),
  UNIQUE (activity_id, starts_at, ends_at)
);
CREATE INDEX shift_starts ON shift (starts_at);
CREATE INDEX shift_open_places ON shift (ends_at) WHERE waiting > 0;

-- Who takes part. One row a person, however they are known: by the program, by the ledger, or named by family.
CREATE TABLE volunteer (
  id          uuid PRIMARY KEY,
  user_id     uuid UNIQUE REFERENCES app_user (id),
  resident_id uuid UNIQUE REFERENCES resident (id),
  named_by    uuid REFERENCES app_user (id),
  name        text NOT NULL DEFAULT '',
  born_on     date,
  created_at  timestamptz NOT NULL,
  CHECK (user_id IS NOT NULL OR resident_id IS NOT NULL OR named_by IS NOT NULL),
  UNIQUE (named_by, name)
);

CREATE TABLE signup (
  id           uuid PRIMARY KEY,
  shift_id     uuid NOT NULL REFERENCES shift (id),
  activity_id  uuid NOT NULL REFERENCES activity (id),
  volunteer_id uuid NOT NULL REFERENCES volunteer (id),
  -- Who signed up, is told and may cancel: the person, or somebody of the family.
  user_id      uuid NOT NULL REFERENCES app_user (id),
  guardian     boolean NOT NULL DEFAULT false,
  status       text NOT NULL CHECK (status IN ('waiting', 'offered', 'going', 'arrived', 'left', 'served', 'absent', 'cancelled', 'lapsed')),
  version      integer NOT NULL DEFAULT 1,
  place        integer NOT NULL,
  -- Of the shift, so that two of one person cannot overlap.
  during       tstzrange NOT NULL,
  signed_at    timestamptz NOT NULL,
  offered_until timestamptz,
  arrived_at   timestamptz,
  arrived_by   text CHECK (arrived_by IN ('code', 'near', 'list')),
  left_at      timestamptz CHECK (left_at >= arrived_at),
  -- Seconds from a scan without a network to its delivery.
  late_by      integer NOT NULL DEFAULT 0 CHECK (late_by >= 0),
  CHECK ((status = 'offered') = (offered_until IS NOT NULL)),
  CHECK ((arrived_at IS NULL) = (arrived_by IS NULL)),
  CHECK (status NOT IN ('arrived', 'left', 'served') OR arrived_at IS NOT NULL),
  UNIQUE (shift_id, volunteer_id),
  UNIQUE (shift_id, place),
  CONSTRAINT signup_overlap EXCLUDE USING gist (volunteer_id WITH =, during WITH &&)
    WHERE (status IN ('going', 'arrived', 'left', 'served'))
);
CREATE INDEX signup_user ON signup (user_id, signed_at DESC);
CREATE INDEX signup_volunteer ON signup (volunteer_id);
CREATE INDEX signup_activity ON signup (activity_id);
CREATE INDEX signup_line ON signup (shift_id, place) WHERE status = 'waiting';
CREATE INDEX signup_offer ON signup (offered_until) WHERE status = 'offered';

-- Counted service, a line for each day of Shanghai. Only added to; a correction is a line of its own.
CREATE TABLE service_entry (
  id           uuid PRIMARY KEY,
  signup_id    uuid NOT NULL REFERENCES signup (id),
  activity_id  uuid NOT NULL REFERENCES activity (id),
  volunteer_id uuid NOT NULL REFERENCES volunteer (id),
  kind         text NOT NULL CHECK (kind IN ('served', 'correction')),
  day          date NOT NULL,
  minutes      integer NOT NULL CHECK (minutes <> 0),
  reason       text NOT NULL DEFAULT '',
  entered_by   uuid NOT NULL REFERENCES app_user (id),
  at           timestamptz NOT NULL,
  CHECK (kind <> 'served' OR minutes > 0),
  CHECK (kind <> 'correction' OR reason <> '')
);
CREATE UNIQUE INDEX service_entry_once ON service_entry (signup_id, day) WHERE kind = 'served';
CREATE INDEX service_entry_signup ON service_entry (signup_id);
CREATE INDEX service_entry_volunteer ON service_entry (volunteer_id, at DESC, id DESC);
CREATE TRIGGER service_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON service_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Minutes of a person and day, over all activities: eight hours at most, never below nothing.
CREATE TABLE service_day (
  volunteer_id uuid NOT NULL REFERENCES volunteer (id),
  day          date NOT NULL,
  minutes      integer NOT NULL CHECK (minutes BETWEEN 0 AND 480),
  PRIMARY KEY (volunteer_id, day)
);

-- Seconds: until when one may cancel before the start, to say yes to a place, to check in before the start, and to
-- deliver a scan made without a network. Defaults of our own, except the hours of the stars (domain rules 2.4).
INSERT INTO setting (name, version, value, valid_from) VALUES
  ('activity.terms', 1, '{"cancel": 7200, "confirm": 7200, "early": 3600, "deliver": 86400}', '2020-01-01T00:00:00Z'),
  ('activity.stars', 1, '{"one": 360000, "two": 1080000, "three": 2160000, "four": 3600000, "five": 5400000}', '2020-01-01T00:00:00Z');
