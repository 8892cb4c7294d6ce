-- What single people are told, as the feed is what grids are told: one line a person, event and page.

CREATE TABLE notice (
  id        uuid PRIMARY KEY,
  event_key text NOT NULL,
  user_id   uuid NOT NULL REFERENCES app_user (id),
  title     text NOT NULL,
  body      text NOT NULL DEFAULT '',
  label     text NOT NULL,
  tone      text NOT NULL CHECK (tone IN ('neutral', 'progress', 'good', 'urgent')),
  path      text NOT NULL,
  at        timestamptz NOT NULL,
  read_at   timestamptz,
  -- Somebody who signed up two of the family is told of both.
  UNIQUE (event_key, user_id, path)
);
CREATE INDEX notice_user ON notice (user_id, at DESC, id DESC);
CREATE INDEX notice_unread ON notice (user_id) WHERE read_at IS NULL;
CREATE INDEX notice_old ON notice (at);
