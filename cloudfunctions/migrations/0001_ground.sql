-- Areas, people, roles, groups: the ground that every feature stands on.
-- Codes are compared byte by byte ("C"), so that "in the scope of X" is a prefix range on a b-tree.

CREATE TABLE area (
  code        text COLLATE "C" PRIMARY KEY CHECK (code ~ '^[0-9]{6}([0-9]{3}){0,3}$'),
  level       text NOT NULL CHECK (level IN ('district', 'town', 'village', 'grid')),
  parent_code text COLLATE "C" REFERENCES area (code),
  name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  latitude    double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  longitude   double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  CHECK (length(code) = CASE level WHEN 'district' THEN 6 WHEN 'town' THEN 9 WHEN 'village' THEN 12 ELSE 15 END),
  CHECK ((level = 'district') = (parent_code IS NULL)),
  CHECK (parent_code IS NULL OR (length(parent_code) = length(code) - 3 AND starts_with(code, parent_code)))
);
CREATE INDEX area_parent ON area (parent_code);
CREATE INDEX area_name ON area (name);

-- One row a district and setting; a change adds a version, so that what was in force stays readable.
CREATE TABLE setting (
  name       text NOT NULL,
  version    integer NOT NULL CHECK (version > 0),
  value      jsonb NOT NULL,
  valid_from timestamptz NOT NULL,
  PRIMARY KEY (name, version)
);

CREATE TABLE department (
  code      text PRIMARY KEY CHECK (code ~ '^[a-z][a-z_]*$'),
  name      text NOT NULL,
  area_code text COLLATE "C" NOT NULL REFERENCES area (code),
  phone     text NOT NULL DEFAULT ''
);

-- A person who has opened the program. The ledger of residents is a separate noun.
CREATE TABLE app_user (
  id               uuid PRIMARY KEY,
  openid           text COLLATE "C" UNIQUE,
  name             text NOT NULL DEFAULT '' CHECK (length(name) <= 20),
  phone_encrypted  text,
  phone_hash       text,
  party_member     boolean NOT NULL DEFAULT false,
  privacy_version  integer NOT NULL DEFAULT 0,
  consented_at     timestamptz,
  created_at       timestamptz NOT NULL,
  removed_at       timestamptz,
  CHECK (removed_at IS NULL OR (openid IS NULL AND name = '' AND phone_encrypted IS NULL AND phone_hash IS NULL))
);

-- Which grid a person belongs to and how sure we are. History is kept; one row is current.
CREATE TABLE membership (
  id        uuid PRIMARY KEY,
  user_id   uuid NOT NULL REFERENCES app_user (id),
  area_code text COLLATE "C" NOT NULL REFERENCES area (code) CHECK (length(area_code) = 15),
  assurance text NOT NULL CHECK (assurance IN ('self', 'group', 'worker')),
  since     timestamptz NOT NULL,
  until     timestamptz CHECK (until >= since),
  set_by    uuid REFERENCES app_user (id)
);
CREATE UNIQUE INDEX membership_current ON membership (user_id) WHERE until IS NULL;
CREATE INDEX membership_area ON membership (area_code, id) WHERE until IS NULL;

CREATE TABLE assignment (
  id              uuid PRIMARY KEY,
  user_id         uuid NOT NULL REFERENCES app_user (id),
  role            text NOT NULL CHECK (role IN ('grid_worker', 'village_secretary', 'town_officer', 'department_officer',
                    'family_doctor', 'mediator', 'district_officer', 'system_administrator')),
  area_code       text COLLATE "C" NOT NULL REFERENCES area (code),
  department_code text REFERENCES department (code),
  from_at         timestamptz NOT NULL,
  to_at           timestamptz CHECK (to_at >= from_at),
  given_by        uuid REFERENCES app_user (id),
  ended_by        uuid REFERENCES app_user (id),
  end_reason      text,
  CHECK ((role = 'department_officer') = (department_code IS NOT NULL))
);
CREATE INDEX assignment_user ON assignment (user_id);
CREATE INDEX assignment_area ON assignment (area_code, role);

-- Duty number and channel of a grid; what a grid worker sets once.
CREATE TABLE grid_setting (
  area_code  text COLLATE "C" PRIMARY KEY REFERENCES area (code) CHECK (length(area_code) = 15),
  duty_phone text NOT NULL DEFAULT '',
  channel    text NOT NULL DEFAULT 'share' CHECK (channel IN ('feed', 'share'))
);

-- A WeChat group is bound to at most one grid; a grid may have several groups.
CREATE TABLE grid_group (
  opengid   text COLLATE "C" PRIMARY KEY,
  area_code text COLLATE "C" NOT NULL REFERENCES area (code) CHECK (length(area_code) = 15),
  bound_by  uuid NOT NULL REFERENCES app_user (id),
  bound_at  timestamptz NOT NULL
);
CREATE INDEX grid_group_area ON grid_group (area_code);

-- The ledger of a grid: doors and the people behind them. Not everybody in it uses the program.
CREATE TABLE household (
  id        uuid PRIMARY KEY,
  area_code text COLLATE "C" NOT NULL REFERENCES area (code) CHECK (length(area_code) = 15),
  door      text NOT NULL,
  UNIQUE (area_code, door)
);
CREATE TABLE resident (
  id           uuid PRIMARY KEY,
  household_id uuid NOT NULL REFERENCES household (id),
  area_code    text COLLATE "C" NOT NULL CHECK (length(area_code) = 15),
  user_id      uuid REFERENCES app_user (id),
  name         text NOT NULL,
  sex          text NOT NULL CHECK (sex IN ('female', 'male')),
  born_on      date NOT NULL,
  head         boolean NOT NULL DEFAULT false
);
CREATE INDEX resident_area ON resident (area_code);
CREATE INDEX resident_household ON resident (household_id);
CREATE UNIQUE INDEX resident_user ON resident (user_id) WHERE user_id IS NOT NULL;

-- Same key, same answer. Kept seven days; what must hold for ever has a natural key of its own.
CREATE TABLE idempotency_key (
  user_id    uuid NOT NULL,
  key        text NOT NULL CHECK (length(key) BETWEEN 8 AND 255),
  action     text NOT NULL,
  input_hash text NOT NULL,
  -- json, not jsonb: the same bytes come back, in the same order
  output     json,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);

-- Append-only trail. Sixteen chains, so that writers rarely wait for one another; each row seals the one before.
CREATE TABLE audit_chain (
  chain smallint PRIMARY KEY CHECK (chain BETWEEN 0 AND 15),
  seq   bigint NOT NULL,
  hash  text NOT NULL
);
INSERT INTO audit_chain SELECT n, 0, repeat('0', 64) FROM generate_series(0, 15) AS n;
CREATE TABLE audit_log (
  chain      smallint NOT NULL,
  seq        bigint NOT NULL,
  at         timestamptz NOT NULL,
  user_id    uuid,
  action     text NOT NULL,
  target     text NOT NULL DEFAULT '',
  area_code  text COLLATE "C" NOT NULL DEFAULT '',
  result     text NOT NULL,
  reason     text NOT NULL DEFAULT '',
  request_id text NOT NULL,
  prev_hash  text NOT NULL,
  hash       text NOT NULL,
  PRIMARY KEY (chain, seq)
);
CREATE INDEX audit_log_target ON audit_log (target) WHERE target <> '';
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE picture (
  id          uuid PRIMARY KEY,
  user_id     uuid NOT NULL REFERENCES app_user (id),
  raw_path    text NOT NULL,
  file_key    text,
  width       integer,
  height      integer,
  bytes       integer,
  created_at  timestamptz NOT NULL,
  attached_at timestamptz,
  CHECK ((file_key IS NULL) = (width IS NULL) AND (file_key IS NULL) = (height IS NULL))
);
CREATE INDEX picture_loose ON picture (created_at) WHERE attached_at IS NULL;
