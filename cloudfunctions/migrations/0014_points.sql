-- Civic points: a double-entry ledger that only grows. Nothing here is ever changed or deleted but the balances, which
-- the ledger itself keeps.

CREATE TABLE points_account (
  id           uuid PRIMARY KEY,
  kind         text NOT NULL CHECK (kind IN ('holder', 'issued', 'redeemed', 'expired')),
  -- The village.
  area_code    text COLLATE "C" NOT NULL REFERENCES area (code) CHECK (length(area_code) = 12),
  household_id uuid UNIQUE REFERENCES household (id),
  user_id      uuid UNIQUE REFERENCES app_user (id),
  balance      integer NOT NULL DEFAULT 0,
  -- Since when the oldest points that are not spent yet lie here; what expires is looked for by it.
  oldest_at    timestamptz,
  -- Somebody may take back or spend only what is there.
  CHECK (kind <> 'holder' OR balance >= 0),
  CHECK (num_nonnulls(household_id, user_id) = CASE kind WHEN 'holder' THEN 1 ELSE 0 END)
);
CREATE UNIQUE INDEX points_account_village ON points_account (area_code, kind) WHERE kind <> 'holder';
CREATE INDEX points_account_oldest ON points_account (oldest_at) WHERE oldest_at IS NOT NULL;

CREATE TABLE points_entry (
  id          uuid PRIMARY KEY,
  kind        text NOT NULL CHECK (kind IN ('award', 'reversal', 'redemption', 'return', 'expiry', 'transfer')),
  -- What it comes from; with the rule and the person its key for ever, however often it is told.
  source_type text NOT NULL,
  source_id   uuid NOT NULL,
  rule        text NOT NULL,
  category    text CHECK (category IN ('governance', 'environment', 'neighbour', 'custom', 'safety', 'party')),
  user_id     uuid REFERENCES app_user (id),
  words       text NOT NULL DEFAULT '',
  made_by     uuid REFERENCES app_user (id),
  at          timestamptz NOT NULL,
  UNIQUE NULLS NOT DISTINCT (source_type, source_id, rule, user_id)
);

CREATE TABLE points_line (
  entry_id   uuid NOT NULL REFERENCES points_entry (id),
  account_id uuid NOT NULL REFERENCES points_account (id),
  -- Above zero: into the account.
  amount     integer NOT NULL CHECK (amount <> 0),
  -- When the points were earned; a reversal bears the day of what it takes back, spending none.
  earned_at  timestamptz,
  PRIMARY KEY (entry_id, account_id)
);
CREATE INDEX points_line_account ON points_line (account_id, entry_id DESC);
CREATE INDEX points_line_earned ON points_line (account_id, earned_at);

CREATE TRIGGER points_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON points_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER points_line_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON points_line
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The balance moves with the line, so the two cannot differ.
CREATE FUNCTION points_keep_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE points_account SET balance = balance + NEW.amount WHERE id = NEW.account_id;
  RETURN NULL;
END $$;
CREATE TRIGGER points_line_balance AFTER INSERT ON points_line
  FOR EACH ROW EXECUTE FUNCTION points_keep_balance();

-- What comes in somewhere has come out elsewhere: looked at when the transaction ends.
CREATE FUNCTION points_check_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum(amount) FROM points_line WHERE entry_id = NEW.entry_id) <> 0 THEN
    RAISE EXCEPTION 'entry % is not balanced', NEW.entry_id USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER points_line_balanced AFTER INSERT ON points_line
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION points_check_entry();

-- A proposal to credit somebody, until it is credited, refused or dropped.
CREATE TABLE points_award (
  id              uuid PRIMARY KEY,
  -- Made by who asks: the same request proposes nothing twice, however late it comes.
  request_id      text NOT NULL CHECK (length(request_id) BETWEEN 8 AND 64),
  area_code       text COLLATE "C" NOT NULL REFERENCES area (code) CHECK (length(area_code) = 15),
  account_id      uuid NOT NULL REFERENCES points_account (id),
  user_id         uuid NOT NULL REFERENCES app_user (id),
  rule            text NOT NULL,
  category        text NOT NULL,
  points          smallint NOT NULL CHECK (points > 0),
  -- The version of the setting that says how many.
  rule_version    integer NOT NULL,
  words           text NOT NULL,
  status          text NOT NULL CHECK (status IN ('proposed', 'published', 'objected', 'credited', 'refused', 'dropped', 'reversed')),
  proposed_by     uuid NOT NULL REFERENCES app_user (id),
  proposed_at     timestamptz NOT NULL,
  -- The second person; absent while it waits and where none is needed.
  decided_by      uuid REFERENCES app_user (id),
  decided_at      timestamptz,
  published_until timestamptz,
  credited_at     timestamptz,
  reversed_by     uuid REFERENCES app_user (id),
  reversed_at     timestamptz,
  reason          text NOT NULL DEFAULT '',
  version         integer NOT NULL DEFAULT 1,
  UNIQUE (proposed_by, request_id),
  CHECK (status NOT IN ('published', 'objected', 'credited', 'reversed') OR published_until IS NOT NULL),
  CHECK ((status IN ('credited', 'reversed')) = (credited_at IS NOT NULL)),
  CHECK ((status = 'reversed') = (reversed_by IS NOT NULL)),
  -- Nobody is the second person for what they proposed themselves; who proposed may take it back.
  CHECK (status = 'refused' OR decided_by <> proposed_by)
);
CREATE INDEX points_award_area ON points_award (area_code, proposed_at DESC, id DESC);
CREATE INDEX points_award_account ON points_award (account_id, proposed_at);
CREATE INDEX points_award_due ON points_award (published_until) WHERE status = 'published';

CREATE TABLE points_objection (
  id         uuid PRIMARY KEY,
  award_id   uuid NOT NULL REFERENCES points_award (id),
  user_id    uuid NOT NULL REFERENCES app_user (id),
  reason     text NOT NULL,
  at         timestamptz NOT NULL,
  decide_by  timestamptz NOT NULL,
  upheld     boolean,
  decided_by uuid REFERENCES app_user (id),
  decided_at timestamptz,
  words      text NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX points_objection_open ON points_objection (award_id) WHERE upheld IS NULL;
CREATE INDEX points_objection_award ON points_objection (award_id, at);

-- Each hour the ledger is added up; what does not add up is found here and in the log.
CREATE TABLE points_audit (
  hour       timestamptz PRIMARY KEY,
  entries    bigint NOT NULL,
  unbalanced bigint NOT NULL,
  astray     bigint NOT NULL
);

-- Said once, so that nobody loses points unwarned.
CREATE TABLE points_warning (
  account_id uuid NOT NULL REFERENCES points_account (id),
  -- When the oldest of these points were earned.
  earned_at  timestamptz NOT NULL,
  points     integer NOT NULL CHECK (points > 0),
  at         timestamptz NOT NULL,
  PRIMARY KEY (account_id, earned_at)
);

INSERT INTO setting (name, version, value, valid_from) VALUES
  ('points.rules', 1, '{
    "took_part": 1, "turned_up": 2, "helped": 3, "sighting": 5, "meeting": 2, "doorstep": 3, "clean_up": 3,
    "civil_act": 3, "public_good": 5, "responsibility": 10, "honour": 20, "party_post": 3
  }', '2020-01-01T00:00:00Z'),
  ('points.limits', 1, '{
    "day": 20, "month": 60, "householdMonth": 150, "share": 40, "approveFrom": 10, "publishDays": 5, "decideDays": 5,
    "expiryMonths": 24, "warnDays": 60, "redeemDay": 50, "collectDays": 14
  }', '2020-01-01T00:00:00Z'),
  -- The public holidays of 2026 and the weekend days that are worked for them (国办发明电〔2025〕7号).
  ('calendar.days', 1, '{
    "off": ["2026-01-01", "2026-01-02", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20",
      "2026-02-23", "2026-04-06", "2026-05-01", "2026-05-04", "2026-05-05", "2026-06-19", "2026-09-25", "2026-10-01",
      "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"],
    "worked": ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"]
  }', '2020-01-01T00:00:00Z');
