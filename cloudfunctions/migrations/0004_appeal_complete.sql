-- Appeals complete: departments lead, object and are whistled for; residents join, urge and withdraw; clocks remind.

ALTER TABLE appeal DROP CONSTRAINT appeal_status_check;
ALTER TABLE appeal DROP CONSTRAINT appeal_urgency_check;
ALTER TABLE appeal DROP CONSTRAINT appeal_check2;
ALTER TABLE appeal DROP CONSTRAINT appeal_check3;
ALTER TABLE appeal DROP CONSTRAINT appeal_check4;
DROP INDEX appeal_open;

ALTER TABLE appeal
  -- The department that leads; the holding area leads while there is none.
  ADD COLUMN lead_department text REFERENCES department (code),
  -- Departments that see the case: the lead and those whistled for.
  ADD COLUMN departments text[] NOT NULL DEFAULT '{}',
  -- Until when the one who was handed the case must take it; null once taken.
  ADD COLUMN sign_due_at timestamptz,
  -- Whom the work waits for; shown beside the clock, which keeps running.
  ADD COLUMN waiting_for text CHECK (waiting_for IN ('citizen', 'department', 'season')),
  -- When a shelved case is looked at again.
  ADD COLUMN review_at timestamptz,
  ADD COLUMN objection_count smallint NOT NULL DEFAULT 0 CHECK (objection_count BETWEEN 0 AND 2),
  -- Why it was told another way instead of being dispatched (regulation on appeals, art. 11).
  ADD COLUMN outcome text CHECK (outcome IN ('emergency_redirected', 'legal_channel', 'linked_duplicate', 'told_result', 'explained', 'out_of_scope', 'dissuaded')),
  -- The worker who wrote it down for the person, and how the person agreed.
  ADD COLUMN captured_by uuid REFERENCES app_user (id),
  ADD COLUMN consent text NOT NULL DEFAULT '' CHECK (consent IN ('', 'in_person', 'by_phone', 'in_group')),
  -- Where the present term began: the submission, or the last time it was taken up again.
  ADD COLUMN term_from timestamptz,
  -- The next reminder and which one it is: 0 half of the time, 1 four fifths, 2 over, 3 and more again.
  ADD COLUMN remind_at timestamptz,
  ADD COLUMN remind_step smallint NOT NULL DEFAULT 0,
  ADD COLUMN last_urged_at timestamptz,
  ADD CONSTRAINT appeal_status_check CHECK (status IN ('submitted', 'accepted', 'escalated', 'dispatched', 'objected', 'shelved', 'answered', 'finished', 'reopened', 'closed', 'withdrawn', 'redirected')),
  ADD CONSTRAINT appeal_urgency_check CHECK (urgency IN ('danger', 'today', 'soon', 'complex')),
  ADD CONSTRAINT appeal_handled CHECK ((status IN ('answered', 'finished', 'closed', 'redirected')) = (handled_at IS NOT NULL)),
  ADD CONSTRAINT appeal_closed CHECK ((status IN ('closed', 'withdrawn', 'redirected')) = (closed_at IS NOT NULL)),
  -- One lead always: whoever works on it is known, as a person or as a department.
  ADD CONSTRAINT appeal_lead CHECK (status NOT IN ('accepted', 'shelved') OR handler_id IS NOT NULL OR lead_department IS NOT NULL),
  ADD CONSTRAINT appeal_lead_department CHECK (status NOT IN ('dispatched', 'objected') OR lead_department IS NOT NULL),
  ADD CONSTRAINT appeal_lead_sees CHECK (lead_department IS NULL OR lead_department = ANY (departments)),
  ADD CONSTRAINT appeal_review CHECK ((status = 'shelved') = (review_at IS NOT NULL)),
  ADD CONSTRAINT appeal_outcome CHECK ((status = 'redirected') <= (outcome IS NOT NULL));

UPDATE appeal SET term_from = submitted_at;
ALTER TABLE appeal ALTER COLUMN term_from SET NOT NULL;

CREATE INDEX appeal_open ON appeal (holder_code, due_at, id)
  WHERE status IN ('submitted', 'accepted', 'escalated', 'dispatched', 'objected', 'shelved', 'reopened');
CREATE INDEX appeal_departments ON appeal USING gin (departments) WHERE departments <> '{}';
CREATE INDEX appeal_remind ON appeal (remind_at) WHERE remind_at IS NOT NULL;
CREATE INDEX appeal_sign_due ON appeal (sign_due_at) WHERE sign_due_at IS NOT NULL;

-- Neighbours who say: the same here. They are told what the first is told, and may rate.
CREATE TABLE appeal_join (
  appeal_id uuid NOT NULL REFERENCES appeal (id),
  user_id   uuid NOT NULL REFERENCES app_user (id),
  words     text NOT NULL DEFAULT '' CHECK (length(words) <= 200),
  at        timestamptz NOT NULL,
  PRIMARY KEY (appeal_id, user_id)
);
CREATE INDEX appeal_join_user ON appeal_join (user_id, at DESC);

-- A department says: not ours. Two rounds at most; whoever objects does not decide.
CREATE TABLE appeal_objection (
  id           uuid PRIMARY KEY,
  appeal_id    uuid NOT NULL REFERENCES appeal (id),
  round        smallint NOT NULL CHECK (round BETWEEN 1 AND 2),
  department   text NOT NULL REFERENCES department (code),
  reason       text NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
  objected_by  uuid NOT NULL REFERENCES app_user (id),
  objected_at  timestamptz NOT NULL,
  -- After this without a decision the objection counts as denied.
  decide_by    timestamptz NOT NULL,
  upheld       boolean,
  decided_by   uuid REFERENCES app_user (id),
  decided_at   timestamptz,
  words        text NOT NULL DEFAULT '',
  CHECK ((upheld IS NULL) = (decided_at IS NULL)),
  CHECK (decided_by IS NULL OR decided_by <> objected_by),
  UNIQUE (appeal_id, round)
);

-- More time, once: asked with a reason, decided by another, told to the citizen.
CREATE TABLE appeal_extension (
  appeal_id  uuid PRIMARY KEY REFERENCES appeal (id),
  reason     text NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
  -- Asked for; never longer than the first term.
  seconds    integer NOT NULL CHECK (seconds > 0),
  asked_by   uuid NOT NULL REFERENCES app_user (id),
  asked_at   timestamptz NOT NULL,
  granted    boolean,
  decided_by uuid REFERENCES app_user (id),
  decided_at timestamptz,
  words      text NOT NULL DEFAULT '',
  CHECK ((granted IS NULL) = (decided_at IS NULL)),
  CHECK (decided_by IS NULL OR decided_by <> asked_by)
);

-- The town blows, the department comes: its own clock, release by the town, scores on both sides (art. 16, 33).
CREATE TABLE whistle (
  id          uuid PRIMARY KEY,
  appeal_id   uuid NOT NULL REFERENCES appeal (id),
  department  text NOT NULL REFERENCES department (code),
  kind        text NOT NULL CHECK (kind IN ('hard', 'enforce', 'emergency')),
  words       text NOT NULL CHECK (length(words) BETWEEN 1 AND 500),
  status      text NOT NULL CHECK (status IN ('blown', 'objected', 'arrived', 'released', 'dropped')),
  version     integer NOT NULL DEFAULT 1,
  blown_by    uuid NOT NULL REFERENCES app_user (id),
  blown_at    timestamptz NOT NULL,
  answer_due_at timestamptz NOT NULL CHECK (answer_due_at > blown_at),
  -- Not ours: once; the district decides, and the case goes on meanwhile.
  objection   text NOT NULL DEFAULT '' CHECK (length(objection) <= 200),
  objected_by uuid REFERENCES app_user (id),
  objected_at timestamptz,
  decided_by  uuid REFERENCES app_user (id) CHECK (decided_by <> objected_by),
  decided_at  timestamptz,
  arrived_by  uuid REFERENCES app_user (id),
  arrived_at  timestamptz,
  released_by uuid REFERENCES app_user (id),
  released_at timestamptz,
  -- 1 to 5: was the department on time and useful; was the whistle justified.
  useful      smallint CHECK (useful BETWEEN 1 AND 5),
  justified   smallint CHECK (justified BETWEEN 1 AND 5),
  CHECK ((status IN ('arrived', 'released')) = (arrived_at IS NOT NULL)),
  CHECK (status <> 'objected' OR (objected_at IS NOT NULL AND decided_at IS NULL)),
  CHECK ((status = 'released') = (released_at IS NOT NULL)),
  CHECK ((useful IS NOT NULL) <= (status = 'released')),
  CHECK ((justified IS NOT NULL) <= (arrived_at IS NOT NULL))
);
-- A department is whistled for once at a time.
CREATE UNIQUE INDEX whistle_running ON whistle (appeal_id, department) WHERE status NOT IN ('released', 'dropped');
CREATE INDEX whistle_appeal ON whistle (appeal_id, blown_at);

-- Each reminder and each escalation by the clock, exactly once a round.
CREATE TABLE appeal_notice (
  appeal_id uuid NOT NULL REFERENCES appeal (id),
  round     smallint NOT NULL,
  step      smallint NOT NULL CHECK (step >= 0),
  at        timestamptz NOT NULL,
  PRIMARY KEY (appeal_id, round, step)
);

-- Steps that the clock makes have no person behind them.
ALTER TABLE appeal_step ALTER COLUMN user_id DROP NOT NULL;
-- The department that the actor acted for.
ALTER TABLE appeal_step ADD COLUMN by_department text REFERENCES department (code);

INSERT INTO setting (name, version, value, valid_from) VALUES
  ('appeal.deadlines', 2, '{"danger": 7200, "today": 86400, "soon": 604800, "complex": 1296000}', '2020-01-01T00:00:00Z'),
  -- Seconds until whoever was handed a case must have taken it (domain rules 1.2).
  ('appeal.signing', 1, '{"danger": 600, "today": 1800, "soon": 7200, "complex": 7200}', '2020-01-01T00:00:00Z'),
  -- Seconds between reminders after the time is over.
  ('appeal.again', 1, '{"danger": 900, "today": 7200, "soon": 86400, "complex": 86400}', '2020-01-01T00:00:00Z'),
  -- Seconds: to object, to decide on it, until a shelved case is looked at again, between two urgings.
  ('appeal.terms', 1, '{"object": {"danger": 7200, "today": 7200, "soon": 86400, "complex": 86400}, "decide": 86400, "review": 2592000, "urge": 86400}', '2020-01-01T00:00:00Z'),
  -- Seconds until a department must be on site.
  ('whistle.terms', 1, '{"emergency": 1800, "enforce": 1800, "hard": 86400}', '2020-01-01T00:00:00Z');
