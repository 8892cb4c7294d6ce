-- The person hears from who has the case long before it is done; what a village must not be made to lead goes to the
-- town; who is sent to another channel is told which; what a district counts to is its own to set.

ALTER TABLE appeal
  -- Until when whoever leads must have spoken to the person; null once they have, and once it ran out.
  ADD COLUMN contact_due_at timestamptz,
  -- When that happened in the present term.
  ADD COLUMN contacted_at timestamptz,
  -- It came too late in some term, or not at all. Stays.
  ADD COLUMN contact_late boolean NOT NULL DEFAULT false,
  -- Where somebody must go whose matter is decided by petition, court, arbitration or review.
  ADD COLUMN channel text CHECK (channel IN ('petition', 'court', 'arbitration', 'review')),
  ADD CONSTRAINT appeal_contact_once CHECK (contact_due_at IS NULL OR contacted_at IS NULL),
  ADD CONSTRAINT appeal_contact_open CHECK (contact_due_at IS NULL OR closed_at IS NULL),
  ADD CONSTRAINT appeal_channel CHECK (channel IS NULL OR outcome = 'legal_channel');
-- What is open when the clock begins to run has a day from now.
UPDATE appeal SET contact_due_at = now() + interval '1 day' WHERE handled_at IS NULL AND closed_at IS NULL;
CREATE INDEX appeal_contact_due ON appeal (contact_due_at) WHERE contact_due_at IS NOT NULL;

-- How often is a setting; the table only keeps it within reason.
ALTER TABLE appeal DROP CONSTRAINT appeal_reopen_count_check, DROP CONSTRAINT appeal_objection_count_check;
ALTER TABLE appeal
  ADD CONSTRAINT appeal_reopen_count_check CHECK (reopen_count BETWEEN 0 AND 9),
  ADD CONSTRAINT appeal_objection_count_check CHECK (objection_count BETWEEN 0 AND 9);
ALTER TABLE appeal_objection DROP CONSTRAINT appeal_objection_round_check;
ALTER TABLE appeal_objection ADD CONSTRAINT appeal_objection_round_check CHECK (round BETWEEN 1 AND 9);
ALTER TABLE appeal_callback DROP CONSTRAINT appeal_callback_tries_check, DROP CONSTRAINT appeal_callback_check1;
ALTER TABLE appeal_callback
  ADD CONSTRAINT appeal_callback_tries_check CHECK (tries BETWEEN 1 AND 9),
  ADD CONSTRAINT appeal_callback_unreached CHECK (NOT unreached OR frozen_at IS NOT NULL);

-- Who of the staff has seen whose case it is, once a day each; a page that stays open asks again and again.
CREATE TABLE appeal_view (
  appeal_id uuid NOT NULL REFERENCES appeal (id),
  user_id   uuid NOT NULL REFERENCES app_user (id),
  day       date NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (appeal_id, user_id, day)
);
CREATE TRIGGER appeal_view_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON appeal_view
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

INSERT INTO setting (name, version, value, valid_from) VALUES
  -- Seconds until the person has been spoken to (domain rules 1.2).
  ('appeal.contact', 1, '{"danger": 1800, "today": 7200, "soon": 86400, "complex": 86400}', '2020-01-01T00:00:00Z'),
  -- Taken up again, days in which, objections, times asked (domain rules 1.4).
  ('appeal.limits', 1, '{"reopens": 2, "reopenDays": 15, "objections": 2, "asks": 3}', '2020-01-01T00:00:00Z'),
  -- 1: grid and village may lead; 0: the town does, for whom a village only helps (regulation on appeals, art. 17).
  ('appeal.community', 1, '{"facility": 1, "utility": 1, "sanitation": 1, "neighbour": 1, "road": 1, "heating": 1,
    "housing": 1, "environment": 1, "safety": 1, "property_service": 1, "medical": 0, "elder_care": 1, "education": 0,
    "welfare": 1, "farming": 1, "transport": 0, "market": 0, "land": 0, "other": 1}', '2020-01-01T00:00:00Z');
