-- How the village organisations of a district or town stand, each number with what it was worked out from.

CREATE TABLE evaluation (
  id               uuid PRIMARY KEY,
  title            text NOT NULL CHECK (length(title) BETWEEN 1 AND 40),
  -- The district or town whose villages are evaluated.
  area_code        text COLLATE "C" NOT NULL REFERENCES area (code) CHECK (length(area_code) IN (6, 9)),
  survey_id        uuid REFERENCES survey (id),
  from_at          timestamptz NOT NULL,
  to_at            timestamptz NOT NULL CHECK (to_at > from_at),
  status           text NOT NULL CHECK (status IN ('draft', 'objecting', 'frozen', 'published', 'archived')),
  version          integer NOT NULL DEFAULT 1,
  edition          integer NOT NULL DEFAULT 0 CHECK (edition >= 0),
  -- The settings it was worked out with and their versions, written and read as a whole.
  terms            jsonb,
  created_by       uuid NOT NULL REFERENCES app_user (id),
  created_at       timestamptz NOT NULL,
  objections_until timestamptz,
  published_at     timestamptz,
  CHECK ((status = 'draft') = (objections_until IS NULL)),
  CHECK ((status = 'draft') = (terms IS NULL)),
  CHECK ((status IN ('published', 'archived')) = (published_at IS NOT NULL))
);
CREATE INDEX evaluation_area ON evaluation (area_code, id);

CREATE TABLE evaluation_village (
  evaluation_id uuid NOT NULL REFERENCES evaluation (id),
  area_code     text COLLATE "C" NOT NULL REFERENCES area (code) CHECK (length(area_code) = 12),
  kind          text NOT NULL CHECK (kind IN ('street', 'town')),
  size          text NOT NULL CHECK (size IN ('any', 'small', 'middle', 'large')),
  score         double precision CHECK (score BETWEEN 0 AND 100),
  low           double precision,
  high          double precision,
  -- Places that it may hold in its class of `place_of`; 0 when it is not placed.
  place_from    integer NOT NULL,
  place_to      integer NOT NULL,
  place_of      integer NOT NULL,
  band          text CHECK (band IN ('higher', 'similar', 'lower')),
  danger        integer NOT NULL,
  danger_late   integer NOT NULL,
  -- Each component with its facts, written and read as a whole.
  components    jsonb NOT NULL,
  PRIMARY KEY (evaluation_id, area_code),
  CHECK ((place_from = 0) = (band IS NULL)),
  CHECK (place_from <= place_to AND place_to <= place_of)
);
CREATE INDEX evaluation_village_place ON evaluation_village (evaluation_id, kind, size, place_from, area_code);

-- A village objects to its number. Who objects does not decide; the decision stays.
CREATE TABLE evaluation_objection (
  id            uuid PRIMARY KEY,
  evaluation_id uuid NOT NULL,
  area_code     text COLLATE "C" NOT NULL,
  reason        text NOT NULL CHECK (length(reason) BETWEEN 1 AND 300),
  objected_by   uuid NOT NULL REFERENCES app_user (id),
  objected_at   timestamptz NOT NULL,
  upheld        boolean,
  words         text NOT NULL DEFAULT '' CHECK (length(words) <= 300),
  left_out      text CHECK (left_out IN ('satisfaction', 'appeals', 'service', 'coverage')),
  decided_by    uuid REFERENCES app_user (id) CHECK (decided_by <> objected_by),
  decided_at    timestamptz,
  FOREIGN KEY (evaluation_id, area_code) REFERENCES evaluation_village (evaluation_id, area_code),
  CHECK ((upheld IS NULL) = (decided_at IS NULL) AND (upheld IS NULL) = (decided_by IS NULL)),
  CHECK (left_out IS NULL OR upheld)
);
CREATE INDEX evaluation_objection_list ON evaluation_objection (evaluation_id, id);
CREATE UNIQUE INDEX evaluation_objection_waiting ON evaluation_objection (evaluation_id, area_code) WHERE decided_at IS NULL;

INSERT INTO setting (name, version, value, valid_from) VALUES
  -- Weights of the components; only their ratios count (assumed).
  ('evaluation.weights', 1, '{"satisfaction": 60, "appeals": 25, "service": 10, "coverage": 5}', '2020-01-01T00:00:00Z'),
  -- The three rates, what partly solved counts, and the call-backs below which no place is given (domain rules 1.7).
  ('evaluation.rates', 1, '{"inTime": 30, "solved": 35, "satisfied": 35, "partly": 50, "minReached": 60}',
    '2020-01-01T00:00:00Z'),
  -- Cases that are not counted, by how they ended (regulation on appeals, art. 11): 1 left out, 0 counted.
  ('evaluation.exclusions', 1, '{"emergency_redirected": 1, "legal_channel": 1, "linked_duplicate": 1, "told_result": 1,
    "explained": 1, "out_of_scope": 1, "dissuaded": 1}', '2020-01-01T00:00:00Z'),
  -- Days to object; sizes of villages by people asked; hours of service for each hundred people and share of party
  -- members on duty that count as full marks (assumed).
  ('evaluation.terms', 1, '{"objectionDays": 5, "small": 500, "large": 1500, "hours": 50, "partyShare": 60}',
    '2020-01-01T00:00:00Z');
