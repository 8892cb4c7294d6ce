-- Looking for a missing person, from the report to the wiping of everything personal (domain rules 4.2).

CREATE TABLE missing (
  id              uuid PRIMARY KEY,
  -- Grid where the person was last seen; who works there or above leads the search.
  area_code       text COLLATE "C" NOT NULL REFERENCES area (code) CHECK (length(area_code) = 15),
  status          text NOT NULL CHECK (status IN ('reported', 'with_police', 'searching', 'found_safe', 'found_injured', 'found_dead', 'cancelled', 'expired')),
  version         integer NOT NULL DEFAULT 1,
  reporter_id     uuid REFERENCES app_user (id),
  -- The worker who wrote it down for somebody, and how that person agreed.
  captured_by     uuid REFERENCES app_user (id),
  consent         text NOT NULL DEFAULT '' CHECK (consent IN ('', 'by_phone', 'in_person')),
  kinship         text CHECK (kinship IN ('child', 'spouse', 'parent', 'relative', 'neighbour', 'carer', 'other')),
  contact_name    text NOT NULL DEFAULT '',
  contact_phone   text,
  name            text NOT NULL DEFAULT '',
  sex             text CHECK (sex IN ('female', 'male')),
  age             smallint CHECK (age BETWEEN 0 AND 120),
  needs_help      boolean NOT NULL DEFAULT false,
  abduction       boolean NOT NULL DEFAULT false,
  looks           text NOT NULL DEFAULT '',
  travel          text CHECK (travel IN ('foot', 'bicycle', 'tricycle', 'e_bike', 'bus', 'car', 'unknown')),
  place           text NOT NULL DEFAULT '',
  picture_id      uuid REFERENCES picture (id),
  last_seen_at    timestamptz,
  latitude        double precision,
  longitude       double precision,
  weather         text NOT NULL DEFAULT 'mild' CHECK (weather IN ('mild', 'cold', 'hot')),
  -- Where and when the rings are drawn from: the last place, moved by confirmed sightings.
  centre_code     text COLLATE "C" REFERENCES area (code),
  centre_latitude  double precision,
  centre_longitude double precision,
  centre_at       timestamptz,
  ring            text CHECK (ring IN ('near', 'village', 'town', 'adjoining', 'district')),
  -- When to look again how far the news must go.
  spread_at       timestamptz,
  reported_at     timestamptz NOT NULL,
  -- Until when the reporter must have been called; each time it passes the next level is asked.
  verify_due_at   timestamptz,
  escalated       smallint NOT NULL DEFAULT 0 CHECK (escalated BETWEEN 0 AND 3),
  verified_at     timestamptz,
  verified_by     uuid REFERENCES app_user (id),
  expires_at      timestamptz,
  ended_at        timestamptz,
  wipe_at         timestamptz,
  wiped_at        timestamptz,
  CHECK ((status IN ('reported', 'with_police', 'searching')) = (ended_at IS NULL)),
  CHECK ((ended_at IS NULL) = (wipe_at IS NULL)),
  CHECK (status <> 'searching' OR (verified_at IS NOT NULL AND centre_at IS NOT NULL)),
  -- At the end the number and the picture go at once.
  CHECK (ended_at IS NULL OR (contact_phone IS NULL AND picture_id IS NULL)),
  -- What wiping means: nothing is left that could lead to anybody.
  CHECK (wiped_at IS NULL OR (ended_at IS NOT NULL AND reporter_id IS NULL AND captured_by IS NULL AND verified_by IS NULL
    AND kinship IS NULL AND contact_name = '' AND contact_phone IS NULL AND name = '' AND sex IS NULL AND age IS NULL
    AND NOT needs_help AND NOT abduction AND looks = '' AND travel IS NULL AND place = '' AND picture_id IS NULL
    AND last_seen_at IS NULL AND latitude IS NULL AND longitude IS NULL AND centre_code IS NULL
    AND centre_latitude IS NULL AND centre_longitude IS NULL AND centre_at IS NULL))
);
CREATE INDEX missing_open ON missing (area_code, reported_at DESC, id DESC) WHERE status IN ('reported', 'with_police', 'searching');
CREATE INDEX missing_reporter ON missing (reporter_id, reported_at DESC, id DESC) WHERE reporter_id IS NOT NULL;
CREATE INDEX missing_verify_due ON missing (verify_due_at) WHERE verify_due_at IS NOT NULL;
CREATE INDEX missing_spread ON missing (spread_at) WHERE spread_at IS NOT NULL;
CREATE INDEX missing_expires ON missing (expires_at) WHERE status IN ('reported', 'with_police', 'searching');
CREATE INDEX missing_wipe ON missing (wipe_at) WHERE wiped_at IS NULL AND wipe_at IS NOT NULL;

-- What was done, by which office. Goes with the wiping, so it is not append-only; the audit trail is.
CREATE TABLE missing_step (
  id         uuid PRIMARY KEY,
  missing_id uuid NOT NULL REFERENCES missing (id),
  action     text NOT NULL,
  user_id    uuid REFERENCES app_user (id),
  -- The area or the department that acted; empty for the family, null for the clock.
  by_code    text COLLATE "C",
  words      text NOT NULL DEFAULT '',
  at         timestamptz NOT NULL
);
CREATE INDEX missing_step_missing ON missing_step (missing_id, at, id);

CREATE TABLE missing_sighting (
  id            uuid PRIMARY KEY,
  missing_id    uuid NOT NULL REFERENCES missing (id),
  user_id       uuid NOT NULL REFERENCES app_user (id),
  status        text NOT NULL CHECK (status IN ('received', 'confirmed', 'rejected')),
  version       integer NOT NULL DEFAULT 1,
  self          boolean NOT NULL,
  seen_at       timestamptz NOT NULL,
  -- Where the person was: the grid for all, the rest for the lead and the police.
  area_code     text COLLATE "C" NOT NULL REFERENCES area (code) CHECK (length(area_code) = 15),
  latitude      double precision,
  longitude     double precision,
  exact_place   text NOT NULL DEFAULT '',
  place         text NOT NULL DEFAULT '',
  direction     text CHECK (direction IN ('north', 'northeast', 'east', 'southeast', 'south', 'southwest', 'west', 'northwest')),
  words         text NOT NULL DEFAULT '',
  picture_id    uuid REFERENCES picture (id),
  phone         text,
  family        boolean,
  judged_by     uuid REFERENCES app_user (id),
  judged_at     timestamptz,
  at            timestamptz NOT NULL,
  CHECK ((latitude IS NULL) = (longitude IS NULL)),
  CHECK ((status = 'received') = (judged_at IS NULL))
);
CREATE INDEX missing_sighting_missing ON missing_sighting (missing_id, seen_at DESC, id DESC);
CREATE INDEX missing_sighting_user ON missing_sighting (user_id, at DESC);

-- Who looks where.
CREATE TABLE missing_searcher (
  missing_id uuid NOT NULL REFERENCES missing (id),
  user_id    uuid NOT NULL REFERENCES app_user (id),
  area_code  text COLLATE "C" NOT NULL REFERENCES area (code) CHECK (length(area_code) = 15),
  street     text NOT NULL DEFAULT '',
  at         timestamptz NOT NULL,
  ended_at   timestamptz,
  PRIMARY KEY (missing_id, user_id)
);

-- Who has opened the page, as keyed hashes: counted, and known to nobody.
CREATE TABLE missing_opening (
  missing_id uuid NOT NULL REFERENCES missing (id),
  opener     text NOT NULL,
  PRIMARY KEY (missing_id, opener)
);

-- What is kept for learning. No id leads back to a case; month and town are as close as it gets.
CREATE TABLE missing_statistic (
  id            uuid PRIMARY KEY,
  town_code     text COLLATE "C" NOT NULL,
  month         date NOT NULL,
  outcome       text NOT NULL,
  pace          text NOT NULL,
  verify_minutes integer,
  search_minutes integer,
  ring          text,
  told          integer NOT NULL,
  opened        integer NOT NULL,
  sightings     integer NOT NULL,
  confirmed     integer NOT NULL,
  searchers     integer NOT NULL
);

INSERT INTO setting (name, version, value, valid_from) VALUES
  -- km/h and km by who walks or on what they ride (domain rules 4.2, assumed until a district measures its own).
  ('missing.speeds', 1, '{"needs_help": 2, "elder": 3.5, "small_child": 1.5, "child": 3, "adult": 4, "bicycle": 10, "tricycle": 10, "e_bike": 25, "unknown": 10}', '2020-01-01T00:00:00Z'),
  ('missing.caps', 1, '{"needs_help": 5, "elder": 10, "small_child": 3, "child": 10, "adult": 15, "bicycle": 30, "tricycle": 30, "e_bike": 60, "unknown": 30}', '2020-01-01T00:00:00Z'),
  -- km; hours of the day in Shanghai.
  ('missing.rings', 1, '{"first": 0.8, "second": 2, "half": 0.2, "adjoin": 1, "moved": 0.8, "hurry": 0.5, "nightFrom": 20, "nightUntil": 6}', '2020-01-01T00:00:00Z'),
  -- Seconds from the verification until each ring opens, and between two looks.
  ('missing.waits', 1, '{"village": 300, "town": 1800, "adjoining": 3600, "district": 7200, "again": 900}', '2020-01-01T00:00:00Z'),
  -- Seconds.
  ('missing.terms', 1, '{"confirm": 600, "expire": 2592000, "wipe": 259200}', '2020-01-01T00:00:00Z');
