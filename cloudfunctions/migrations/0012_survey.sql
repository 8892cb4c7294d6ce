-- Surveys. Who took part (survey_roll) and what was answered (survey_open_ballot) lie in two tables without a common
-- key; the one thing that leads from one to the other is the key of the survey, which is destroyed at the close, when
-- the ballots move into survey_ballot in random order under random ids. See docs/survey-secrecy.md.

CREATE TABLE survey (
  id            uuid PRIMARY KEY,
  template      text NOT NULL CHECK (template IN ('village_organisation', 'grid_worker', 'service', 'blank')),
  subject       text NOT NULL CHECK (subject IN ('village_organisation', 'grid_worker', 'service', 'other')),
  title         text NOT NULL CHECK (length(title) BETWEEN 1 AND 40),
  why           text NOT NULL CHECK (length(why) BETWEEN 1 AND 300),
  -- The level that asks, and the places that are asked.
  owner_code    text COLLATE "C" NOT NULL REFERENCES area (code),
  area_codes    text[] COLLATE "C" NOT NULL CHECK (cardinality(area_codes) BETWEEN 1 AND 50),
  audience      text NOT NULL CHECK (audience IN ('everyone', 'households', 'party_members')),
  secret        boolean NOT NULL,
  -- Written and read as a whole, never searched.
  questions     jsonb NOT NULL CHECK (jsonb_array_length(questions) BETWEEN 1 AND 8),
  rules         jsonb NOT NULL,
  status        text NOT NULL CHECK (status IN ('draft', 'open', 'closing', 'closed', 'published', 'replaced')),
  version       integer NOT NULL DEFAULT 1,
  edition       integer NOT NULL DEFAULT 1 CHECK (edition >= 1),
  corrects_id   uuid REFERENCES survey (id),
  correction    text NOT NULL DEFAULT '',
  previous_id   uuid REFERENCES survey (id),
  created_by    uuid NOT NULL REFERENCES app_user (id),
  created_at    timestamptz NOT NULL,
  closes_at     timestamptz NOT NULL,
  opened_at     timestamptz,
  closed_at     timestamptz,
  published_at  timestamptz,
  -- When those who had not taken part were last reminded.
  reminded_at   timestamptz,
  CHECK ((status = 'draft') = (opened_at IS NULL)),
  CHECK ((status IN ('closed', 'published')) = (closed_at IS NOT NULL)),
  CHECK ((status = 'published') = (published_at IS NOT NULL)),
  CHECK ((corrects_id IS NULL) = (edition = 1)),
  -- Lets a ballot be bound to whether its survey is secret.
  UNIQUE (id, secret)
);
CREATE UNIQUE INDEX survey_corrects ON survey (corrects_id) WHERE corrects_id IS NOT NULL;
CREATE INDEX survey_asked ON survey USING gin (area_codes);
CREATE INDEX survey_owner ON survey (owner_code);
CREATE INDEX survey_running ON survey (closes_at) WHERE status IN ('open', 'closing');

-- The electorate as it was at the opening: natural persons of the ledger. A unit has one ballot: the person, or the
-- household. Age band and sex are those of who stands for the unit; `counted` marks that one row of each unit.
CREATE TABLE survey_elector (
  survey_id   uuid NOT NULL REFERENCES survey (id),
  resident_id uuid NOT NULL,
  unit_id     uuid NOT NULL,
  area_code   text COLLATE "C" NOT NULL CHECK (length(area_code) = 15),
  band        smallint NOT NULL CHECK (band IN (18, 45, 60, 75)),
  sex         text NOT NULL CHECK (sex IN ('female', 'male')),
  counted     boolean NOT NULL,
  PRIMARY KEY (survey_id, resident_id)
);
CREATE INDEX survey_elector_area ON survey_elector (survey_id, area_code);

-- The same, counted, since it is asked for again and again.
CREATE TABLE survey_electorate (
  survey_id uuid NOT NULL REFERENCES survey (id),
  area_code text COLLATE "C" NOT NULL CHECK (length(area_code) = 15),
  band      smallint NOT NULL CHECK (band IN (18, 45, 60, 75)),
  sex       text NOT NULL CHECK (sex IN ('female', 'male')),
  electors  integer NOT NULL CHECK (electors > 0),
  PRIMARY KEY (survey_id, area_code, band, sex)
);

-- Who has taken part, to the hour; nothing of what was answered. `cast_by` is who sent it: the person, or the helper.
CREATE TABLE survey_roll (
  survey_id   uuid NOT NULL,
  unit_id     uuid NOT NULL,
  resident_id uuid NOT NULL,
  cast_by     uuid NOT NULL,
  area_code   text COLLATE "C" NOT NULL,
  origin      text NOT NULL CHECK (origin IN ('program', 'door', 'booth')),
  hour        timestamptz NOT NULL CHECK (hour = date_trunc('hour', hour, 'UTC')),
  PRIMARY KEY (survey_id, unit_id),
  FOREIGN KEY (survey_id, resident_id) REFERENCES survey_elector (survey_id, resident_id)
);
CREATE INDEX survey_roll_area ON survey_roll (survey_id, area_code, origin);

-- The key that ballot ids, receipts and device marks are made with, sealed with the key of the server. Deleted at the
-- close; while it is there ballots can be cast, and while ballots lie in the open box it cannot be deleted.
CREATE TABLE survey_key (
  survey_id uuid PRIMARY KEY REFERENCES survey (id),
  sealed    text NOT NULL
);

-- The box while it is open. No person, no time. ballot_id is a keyed hash of the unit.
CREATE TABLE survey_open_ballot (
  survey_id   uuid NOT NULL REFERENCES survey_key (survey_id),
  ballot_id   text COLLATE "C" NOT NULL,
  receipt     text COLLATE "C" NOT NULL CHECK (receipt ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
  area_code   text COLLATE "C" NOT NULL,
  band        smallint NOT NULL,
  sex         text NOT NULL,
  on_paper    boolean NOT NULL,
  -- For flags only, dropped at the close.
  seconds     smallint,
  secret      boolean NOT NULL,
  -- Only in surveys that say before that they are not secret.
  resident_id uuid,
  q1 smallint, q2 smallint, q3 smallint, q4 smallint, q5 smallint, q6 smallint, q7 smallint, q8 smallint,
  -- Answers of text questions, by their number.
  words       jsonb,
  PRIMARY KEY (survey_id, ballot_id),
  FOREIGN KEY (survey_id, secret) REFERENCES survey (id, secret),
  CHECK (secret = (resident_id IS NULL))
);

-- Which ballots came from one device, while the box is open.
CREATE TABLE survey_device (
  survey_id uuid NOT NULL REFERENCES survey_key (survey_id),
  device    text COLLATE "C" NOT NULL,
  ballot_id text COLLATE "C" NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (survey_id, device, ballot_id)
);

-- The closed box: shuffled, random ids. The place is the village and no finer; age band and sex are left out (0, any)
-- where fewer than five took part of one kind, since what only one person can be would name the person.
CREATE TABLE survey_ballot (
  id          uuid PRIMARY KEY,
  survey_id   uuid NOT NULL REFERENCES survey (id),
  area_code   text COLLATE "C" NOT NULL CHECK (length(area_code) <= 12),
  band        smallint NOT NULL CHECK (band IN (0, 18, 45, 60, 75)),
  sex         text NOT NULL CHECK (sex IN ('any', 'female', 'male')),
  secret      boolean NOT NULL,
  resident_id uuid,
  q1 smallint, q2 smallint, q3 smallint, q4 smallint, q5 smallint, q6 smallint, q7 smallint, q8 smallint,
  FOREIGN KEY (survey_id, secret) REFERENCES survey (id, secret),
  CHECK (secret = (resident_id IS NULL)),
  CHECK ((band = 0) = (sex = 'any'))
);
CREATE INDEX survey_ballot_area ON survey_ballot (survey_id, area_code, band, sex);

-- Words of text questions, apart from the other answers.
CREATE TABLE survey_said (
  id        uuid PRIMARY KEY,
  survey_id uuid NOT NULL REFERENCES survey (id),
  question  smallint NOT NULL,
  area_code text COLLATE "C" NOT NULL CHECK (length(area_code) <= 12),
  words     text NOT NULL CHECK (length(words) <= 400)
);
CREATE INDEX survey_said_question ON survey_said (survey_id, question, id);

-- Codes of the ballots that were counted. Two ballots may share one, so they are numbered in the order of the alphabet.
CREATE TABLE survey_receipt (
  survey_id uuid NOT NULL REFERENCES survey (id),
  number    integer NOT NULL,
  code      text COLLATE "C" NOT NULL,
  PRIMARY KEY (survey_id, number)
);
CREATE INDEX survey_receipt_code ON survey_receipt (survey_id, code);

-- The count of the closed box, made in the transaction of the close. part: village, by age band and sex · grid, where
-- enough took part · paper, what came on paper, where enough did, by the place asked.
CREATE TABLE survey_tally (
  survey_id     uuid NOT NULL REFERENCES survey (id),
  part          text NOT NULL CHECK (part IN ('village', 'grid', 'paper')),
  area_code     text COLLATE "C" NOT NULL,
  band          smallint NOT NULL,
  sex           text NOT NULL,
  ballots       integer NOT NULL CHECK (ballots > 0),
  -- Ballots with points, their sum and the sum of their squares, each ballot's points being 0 to 100.
  scored        integer NOT NULL,
  points        double precision NOT NULL,
  squares       double precision NOT NULL,
  -- For each question how often each answer was given; see features/survey/tally.ts.
  answers       jsonb NOT NULL,
  PRIMARY KEY (survey_id, part, area_code, band, sex)
);

-- Who may enter ballots on paper beside the staff that is not judged.
CREATE TABLE survey_helper (
  survey_id uuid NOT NULL REFERENCES survey (id),
  user_id   uuid NOT NULL REFERENCES app_user (id),
  area_code text COLLATE "C" NOT NULL REFERENCES area (code),
  added_by  uuid NOT NULL REFERENCES app_user (id),
  added_at  timestamptz NOT NULL,
  PRIMARY KEY (survey_id, user_id)
);

-- One ballot on paper in ten is asked about again.
CREATE TABLE survey_recheck (
  id        uuid PRIMARY KEY,
  survey_id uuid NOT NULL,
  unit_id   uuid NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  result    text CHECK (result IN ('confirmed', 'denied', 'unreached')),
  words     text NOT NULL DEFAULT '',
  by_user   uuid REFERENCES app_user (id),
  at        timestamptz,
  UNIQUE (survey_id, unit_id),
  FOREIGN KEY (survey_id, unit_id) REFERENCES survey_roll (survey_id, unit_id),
  CHECK ((result IS NULL) = (by_user IS NULL) AND (result IS NULL) = (at IS NULL))
);
CREATE INDEX survey_recheck_area ON survey_recheck (survey_id, id);

-- What somebody should look at; nothing is rejected by it.
CREATE TABLE survey_flag (
  id          uuid PRIMARY KEY,
  survey_id   uuid NOT NULL REFERENCES survey (id),
  kind        text NOT NULL CHECK (kind IN ('shared_device', 'fast_device', 'uniform_answers', 'many_on_paper',
                'recheck_denied')),
  area_code   text COLLATE "C" NOT NULL,
  ballots     integer NOT NULL,
  at          timestamptz NOT NULL,
  words       text NOT NULL DEFAULT '',
  reviewed_by uuid REFERENCES app_user (id),
  reviewed_at timestamptz,
  CHECK ((reviewed_by IS NULL) = (reviewed_at IS NULL))
);
CREATE INDEX survey_flag_survey ON survey_flag (survey_id, id);

-- Reminded by the system, never by who is judged; for the subscription message and the list in the program.
CREATE TABLE survey_reminder (
  survey_id uuid NOT NULL REFERENCES survey (id),
  user_id   uuid NOT NULL REFERENCES app_user (id),
  at        timestamptz NOT NULL,
  PRIMARY KEY (survey_id, user_id)
);

-- Defaults of new surveys; what a survey was opened with stays with it.
INSERT INTO setting (name, version, value, valid_from) VALUES
  -- Points of the five levels, best first (domain rules 3.1, assumed).
  ('survey.points', 1, '{"very_satisfied": 100, "satisfied": 80, "fairly_satisfied": 60, "dissatisfied": 30,
    "very_dissatisfied": 0}', '2020-01-01T00:00:00Z'),
  -- Ballots below which nothing is shown, ballots below which a place is not ranked, quorum and pass in percent, days.
  ('survey.counts', 1, '{"minBallots": 10, "rankBallots": 30, "quorum": 0, "pass": 0, "days": 14}',
    '2020-01-01T00:00:00Z');
