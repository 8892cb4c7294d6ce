-- WeChat tells a person by itself once for each time that they allowed it. What is told stands in their notices anyway.

-- How often WeChat would still let a message of a kind through to somebody, as far as the program knows.
CREATE TABLE subscription (
  user_id    uuid NOT NULL REFERENCES app_user (id),
  kind       text NOT NULL CHECK (kind IN ('progress', 'reminder')),
  quota      smallint NOT NULL CHECK (quota BETWEEN 0 AND 20),
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, kind)
);

-- A notice that goes to WeChat as well.
CREATE TABLE subscription_message (
  notice_id uuid PRIMARY KEY REFERENCES notice (id) ON DELETE CASCADE,
  kind      text NOT NULL CHECK (kind IN ('progress', 'reminder')),
  status    text NOT NULL CHECK (status IN ('waiting', 'sending', 'sent', 'dropped', 'failed')),
  -- When it is sent, or when whoever sends it counts as dead; null once it is over.
  due_at    timestamptz,
  tries     smallint NOT NULL DEFAULT 0,
  -- One of the person's consents was taken for it.
  taken     boolean NOT NULL DEFAULT false,
  -- Why it was not sent: a code of the platform, or a word of ours.
  reason    text NOT NULL DEFAULT '' CHECK (length(reason) <= 40),
  CHECK ((due_at IS NULL) = (status IN ('sent', 'dropped', 'failed')))
);
CREATE INDEX subscription_message_due ON subscription_message (due_at) WHERE due_at IS NOT NULL;
