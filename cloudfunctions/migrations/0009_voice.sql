-- People may speak instead of typing: the recording is kept, what was understood stands beside it.

CREATE TABLE voice (
  id          uuid PRIMARY KEY,
  user_id     uuid NOT NULL REFERENCES app_user (id),
  raw_path    text NOT NULL,
  file_key    text,
  bytes       integer,
  seconds     smallint CHECK (seconds BETWEEN 1 AND 60),
  text        text NOT NULL DEFAULT '',
  created_at  timestamptz NOT NULL,
  attached_at timestamptz,
  CHECK ((file_key IS NULL) = (bytes IS NULL) AND (file_key IS NULL) = (seconds IS NULL)),
  CHECK (file_key IS NOT NULL OR (text = '' AND attached_at IS NULL))
);
CREATE INDEX voice_loose ON voice (created_at) WHERE attached_at IS NULL;
CREATE INDEX voice_user ON voice (user_id, created_at);
