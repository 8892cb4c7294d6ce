-- Friendly reminders to a grid about a place. No person stands in them: neither by name nor in the picture.
CREATE TABLE civility_reminder (
  id         uuid PRIMARY KEY,
  area_code  text COLLATE "C" NOT NULL REFERENCES area (code) CHECK (length(area_code) = 15),
  kind       text NOT NULL CHECK (kind IN ('litter', 'parking', 'dogs', 'noise', 'smoke', 'stairway', 'charging', 'other')),
  words      text NOT NULL,
  picture_id uuid UNIQUE REFERENCES picture (id),
  status     text NOT NULL CHECK (status IN ('posted', 'withdrawn')),
  posted_by  uuid NOT NULL REFERENCES app_user (id),
  at         timestamptz NOT NULL,
  reason     text NOT NULL DEFAULT '',
  version    integer NOT NULL DEFAULT 1
);
CREATE INDEX civility_reminder_area ON civility_reminder (area_code, at DESC);
