-- The person is asked for their word when the work is done or its time is over. Done needs evidence and both feedbacks.

-- One row for each time that the work on a case was done or ran out of time.
CREATE TABLE appeal_callback (
  appeal_id  uuid NOT NULL REFERENCES appeal (id),
  round      smallint NOT NULL CHECK (round >= 0),
  asked_at   timestamptz NOT NULL,
  -- Times asked, by the program or by telephone, at most once a day.
  tries      smallint NOT NULL CHECK (tries BETWEEN 1 AND 3),
  tried_at   timestamptz NOT NULL,
  -- When the clock goes on: asks again, gives up, or ends the time of the neighbours who joined.
  next_at    timestamptz,
  -- From then on the ratings of the round are fixed and shown; before, only who gave one sees it.
  frozen_at  timestamptz,
  -- Asked three times, on three days, without an answer.
  unreached  boolean NOT NULL DEFAULT false,
  PRIMARY KEY (appeal_id, round),
  CHECK (frozen_at IS NULL OR next_at IS NULL),
  CHECK (NOT unreached OR (tries = 3 AND frozen_at IS NOT NULL))
);
CREATE INDEX appeal_callback_next ON appeal_callback (next_at) WHERE next_at IS NOT NULL;

-- Who telephoned and wrote the answer down; null when the person rated it in the program.
ALTER TABLE appeal_rating ADD COLUMN called_by uuid REFERENCES app_user (id);
CREATE TRIGGER appeal_rating_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON appeal_rating
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Neighbours who say thank you, once.
CREATE TABLE appeal_thank (
  appeal_id uuid NOT NULL REFERENCES appeal (id),
  user_id   uuid NOT NULL REFERENCES app_user (id),
  at        timestamptz NOT NULL,
  PRIMARY KEY (appeal_id, user_id)
);

ALTER TABLE appeal
  -- When the person and the centre were told the result (regulation on appeals, art. 15), and how the person was.
  ADD COLUMN fed_back_citizen_at timestamptz,
  ADD COLUMN fed_back_centre_at timestamptz,
  ADD COLUMN told_by text CHECK (told_by IN ('in_app', 'by_phone', 'in_person')),
  -- Why there is no picture of the result.
  ADD COLUMN without_picture text NOT NULL DEFAULT '' CHECK (length(without_picture) <= 200);
UPDATE appeal SET fed_back_citizen_at = handled_at, fed_back_centre_at = handled_at, told_by = 'in_app'
  WHERE status = 'finished';
ALTER TABLE appeal ADD CONSTRAINT appeal_fed_back CHECK (
  status <> 'finished' OR (fed_back_citizen_at IS NOT NULL AND fed_back_centre_at IS NOT NULL AND told_by IS NOT NULL));

-- Seconds between two times of asking, and how long neighbours who joined may rate.
INSERT INTO setting (name, version, value, valid_from)
  SELECT name, version + 1, value || '{"ask": 86400, "rating": 259200}', valid_from
  FROM setting WHERE name = 'appeal.terms' ORDER BY version DESC LIMIT 1;

-- Who was waiting to be asked when this began.
INSERT INTO appeal_callback (appeal_id, round, asked_at, tries, tried_at, next_at)
  SELECT id, reopen_count, handled_at, 1, handled_at, handled_at + interval '1 day'
  FROM appeal WHERE status IN ('answered', 'finished');
