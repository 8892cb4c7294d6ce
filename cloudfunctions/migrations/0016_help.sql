-- Neighbours help each other. Who sees a request grows from those who fit best to the grid, its village, its town.

-- Two people who are not shown each other; whoever of them asked for it.
CREATE TABLE blocked_pair (
  id       uuid PRIMARY KEY,
  user_id  uuid NOT NULL REFERENCES app_user (id),
  other_id uuid NOT NULL REFERENCES app_user (id),
  at       timestamptz NOT NULL,
  UNIQUE (user_id, other_id),
  CHECK (user_id <> other_id)
);
CREATE INDEX blocked_pair_other ON blocked_pair (other_id);

CREATE TABLE help (
  id           uuid PRIMARY KEY,
  area_code    text COLLATE "C" NOT NULL REFERENCES area (code) CHECK (length(area_code) = 15),
  asker_id     uuid NOT NULL REFERENCES app_user (id),
  kind         text NOT NULL CHECK (kind IN ('ride', 'errand', 'company', 'watch', 'fix', 'lend', 'medicine', 'money', 'childcare', 'other')),
  text         text NOT NULL CHECK (length(text) BETWEEN 1 AND 300),
  place        text NOT NULL DEFAULT '' CHECK (length(place) <= 60),
  day          date,
  part         text NOT NULL CHECK (part IN ('any', 'morning', 'afternoon', 'evening')),
  urgent       boolean NOT NULL,
  for_family   boolean NOT NULL,
  way          text NOT NULL CHECK (way IN ('first', 'choose')),
  status       text NOT NULL CHECK (status IN ('open', 'matched', 'confirming', 'done', 'cancelled', 'expired', 'removed')),
  -- The area whose people see it; null while only those who fit best are asked.
  reach_code   text COLLATE "C" CHECK (starts_with(area_code, reach_code) AND length(reach_code) IN (9, 12, 15)),
  widen_at     timestamptz,
  -- The area whose staff is called when nobody takes it, and when the next one above is called. Null: nobody yet.
  alert_code   text COLLATE "C" CHECK (starts_with(area_code, alert_code) AND length(alert_code) IN (9, 12, 15)),
  alert_at     timestamptz,
  attended_by  uuid REFERENCES app_user (id),
  attended_at  timestamptz,
  helper_id    uuid REFERENCES app_user (id) CHECK (helper_id <> asker_id),
  matched_at   timestamptz,
  asker_done_at  timestamptz,
  helper_done_at timestamptz,
  asked_at     timestamptz NOT NULL,
  ended_at     timestamptz,
  expire_at    timestamptz NOT NULL,
  content      text NOT NULL DEFAULT 'checking' CHECK (content IN ('checking', 'passed', 'held')),
  check_at     timestamptz,
  check_tries  smallint NOT NULL DEFAULT 0,
  version      integer NOT NULL DEFAULT 1,
  CHECK (status NOT IN ('matched', 'confirming', 'done') OR (helper_id IS NOT NULL AND matched_at IS NOT NULL)),
  CHECK (status <> 'open' OR helper_id IS NULL),
  CHECK (status <> 'done' OR (asker_done_at IS NOT NULL AND helper_done_at IS NOT NULL)),
  CHECK ((status IN ('done', 'cancelled', 'expired', 'removed')) = (ended_at IS NOT NULL)),
  CHECK (widen_at IS NULL OR status = 'open')
);
CREATE INDEX help_reach ON help (reach_code, asked_at DESC, id DESC)
  WHERE status IN ('open', 'matched', 'confirming', 'done');
CREATE INDEX help_asker ON help (asker_id, asked_at DESC, id DESC);
CREATE INDEX help_helper ON help (helper_id, asked_at DESC, id DESC) WHERE helper_id IS NOT NULL;
CREATE INDEX help_area ON help (area_code, asked_at DESC, id DESC);
CREATE INDEX help_widen ON help (widen_at) WHERE widen_at IS NOT NULL;
CREATE INDEX help_alert ON help (alert_at) WHERE alert_at IS NOT NULL;
CREATE INDEX help_expire ON help (expire_at) WHERE status IN ('open', 'matched', 'confirming');
CREATE INDEX help_checking ON help (check_at, id) WHERE content = 'checking';

-- Each step that was taken, by whom and why. Nothing is ever changed here.
CREATE TABLE help_step (
  id          uuid PRIMARY KEY,
  help_id     uuid NOT NULL REFERENCES help (id),
  action      text NOT NULL,
  from_status text NOT NULL,
  to_status   text NOT NULL,
  -- Null for what the clock did.
  user_id     uuid REFERENCES app_user (id),
  words       text NOT NULL DEFAULT '',
  at          timestamptz NOT NULL
);
CREATE INDEX help_step_help ON help_step (help_id, at DESC, id DESC);
CREATE TRIGGER help_step_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON help_step
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE help_picture (
  help_id    uuid NOT NULL REFERENCES help (id),
  position   smallint NOT NULL CHECK (position BETWEEN 0 AND 8),
  picture_id uuid NOT NULL UNIQUE REFERENCES picture (id),
  PRIMARY KEY (help_id, position)
);
CREATE TABLE help_voice (
  help_id  uuid NOT NULL REFERENCES help (id),
  position smallint NOT NULL CHECK (position BETWEEN 0 AND 2),
  voice_id uuid NOT NULL UNIQUE REFERENCES voice (id),
  PRIMARY KEY (help_id, position)
);

-- Neighbours who would help; the asker chooses one.
CREATE TABLE help_offer (
  id      uuid PRIMARY KEY,
  help_id uuid NOT NULL REFERENCES help (id),
  user_id uuid NOT NULL REFERENCES app_user (id),
  words   text NOT NULL DEFAULT '' CHECK (length(words) <= 200),
  at      timestamptz NOT NULL,
  UNIQUE (help_id, user_id)
);
CREATE INDEX help_offer_user ON help_offer (user_id);

-- Who is asked before the others, and why; the reasons are shown, there is no score.
CREATE TABLE help_invite (
  help_id uuid NOT NULL REFERENCES help (id),
  user_id uuid NOT NULL REFERENCES app_user (id),
  reasons text[] NOT NULL,
  PRIMARY KEY (help_id, user_id)
);
CREATE INDEX help_invite_user ON help_invite (user_id);

-- What people can do for their neighbours, and when.
CREATE TABLE help_able (
  user_id   uuid PRIMARY KEY REFERENCES app_user (id),
  id        uuid NOT NULL UNIQUE,
  area_code text COLLATE "C" NOT NULL REFERENCES area (code) CHECK (length(area_code) = 15),
  -- How far they go: their grid, village or town.
  reach_code text COLLATE "C" NOT NULL CHECK (starts_with(area_code, reach_code) AND length(reach_code) IN (9, 12, 15)),
  kinds     text[] NOT NULL CHECK (cardinality(kinds) > 0),
  times     text[] NOT NULL,
  words     text NOT NULL DEFAULT '' CHECK (length(words) <= 200),
  at        timestamptz NOT NULL
);
CREATE INDEX help_able_area ON help_able (area_code, id);

-- Thanks of either of the two; read by the neighbours when both agree.
CREATE TABLE help_thank (
  id          uuid PRIMARY KEY,
  help_id     uuid NOT NULL REFERENCES help (id),
  user_id     uuid NOT NULL REFERENCES app_user (id),
  words       text NOT NULL CHECK (length(words) BETWEEN 1 AND 60),
  shared      boolean NOT NULL,
  at          timestamptz NOT NULL,
  content     text NOT NULL DEFAULT 'checking' CHECK (content IN ('checking', 'passed', 'held')),
  check_at    timestamptz,
  check_tries smallint NOT NULL DEFAULT 0,
  UNIQUE (help_id, user_id)
);
CREATE INDEX help_thank_checking ON help_thank (check_at, id) WHERE content = 'checking';

-- Notes to the grid worker, and what was done about them.
CREATE TABLE help_report (
  id         uuid PRIMARY KEY,
  help_id    uuid NOT NULL REFERENCES help (id),
  user_id    uuid NOT NULL REFERENCES app_user (id),
  kind       text NOT NULL CHECK (kind IN ('failed', 'unsafe', 'selling', 'numbers', 'other')),
  words      text NOT NULL CHECK (length(words) BETWEEN 1 AND 200),
  at         timestamptz NOT NULL,
  handled_by uuid REFERENCES app_user (id),
  handled_at timestamptz,
  outcome    text NOT NULL DEFAULT '',
  CHECK ((handled_by IS NULL) = (handled_at IS NULL))
);
CREATE INDEX help_report_help ON help_report (help_id);
CREATE UNIQUE INDEX help_report_once ON help_report (help_id, user_id, kind) WHERE handled_at IS NULL;

-- A thread hangs on something of another noun. `last` grows with every change of a post, so that who watches asks
-- one row whether anything is new.
CREATE TABLE thread (
  id        uuid PRIMARY KEY,
  kind      text NOT NULL CHECK (kind IN ('help')),
  target_id uuid NOT NULL,
  area_code text COLLATE "C" NOT NULL REFERENCES area (code),
  last      bigint NOT NULL DEFAULT 0,
  posts     integer NOT NULL DEFAULT 0,
  UNIQUE (kind, target_id)
);

CREATE TABLE post (
  id          uuid PRIMARY KEY,
  thread_id   uuid NOT NULL REFERENCES thread (id),
  -- Place in the order of changes.
  seq         bigint NOT NULL,
  user_id     uuid NOT NULL REFERENCES app_user (id),
  by_staff    boolean NOT NULL,
  words       text NOT NULL CHECK (length(words) BETWEEN 1 AND 300),
  reply_to    uuid REFERENCES post (id),
  -- Who is answered by it.
  mentions    uuid REFERENCES app_user (id),
  at          timestamptz NOT NULL,
  hidden_by   uuid REFERENCES app_user (id),
  hidden_at   timestamptz,
  hidden_why  text NOT NULL DEFAULT '',
  -- Who of the staff looked and let it stand.
  passed_by   uuid REFERENCES app_user (id),
  content     text NOT NULL DEFAULT 'checking' CHECK (content IN ('checking', 'passed', 'held')),
  check_at    timestamptz,
  check_tries smallint NOT NULL DEFAULT 0,
  UNIQUE (thread_id, seq),
  CHECK ((hidden_by IS NULL) = (hidden_at IS NULL))
);
CREATE INDEX post_thread ON post (thread_id, at DESC, id DESC);
CREATE INDEX post_user ON post (user_id, at DESC);
CREATE INDEX post_checking ON post (check_at, id) WHERE content = 'checking';

CREATE TABLE post_picture (
  post_id    uuid NOT NULL REFERENCES post (id),
  position   smallint NOT NULL CHECK (position BETWEEN 0 AND 2),
  picture_id uuid NOT NULL UNIQUE REFERENCES picture (id),
  PRIMARY KEY (post_id, position)
);

CREATE TABLE post_report (
  id         uuid PRIMARY KEY,
  post_id    uuid NOT NULL REFERENCES post (id),
  user_id    uuid NOT NULL REFERENCES app_user (id),
  kind       text NOT NULL CHECK (kind IN ('rude', 'selling', 'numbers', 'untrue', 'other')),
  words      text NOT NULL DEFAULT '',
  at         timestamptz NOT NULL,
  handled_by uuid REFERENCES app_user (id),
  handled_at timestamptz,
  outcome    text NOT NULL DEFAULT '',
  UNIQUE (post_id, user_id),
  CHECK ((handled_by IS NULL) = (handled_at IS NULL))
);

INSERT INTO setting (name, version, value, valid_from) VALUES
  -- Seconds. asked: only those who fit best are asked · grid, village: shown there alone · urgent: until the next
  -- level is called for an urgent one · lonely: until the grid worker is called for another · keep: until one that
  -- nobody took or confirmed is put away.
  ('help.terms', 1, '{"asked": 1200, "grid": 7200, "village": 21600, "urgent": 600, "lonely": 43200, "keep": 604800}', '2020-01-01T00:00:00Z');
