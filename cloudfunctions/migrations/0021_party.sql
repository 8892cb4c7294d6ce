-- Party members register with the village they live in and take posts there; the village confirms.

CREATE TABLE party_member (
  id            uuid PRIMARY KEY,
  user_id       uuid NOT NULL REFERENCES app_user (id),
  area_code     text COLLATE "C" NOT NULL REFERENCES area (code) CHECK (length(area_code) = 12),
  organisation  text NOT NULL CHECK (length(organisation) BETWEEN 1 AND 40),
  status        text NOT NULL CHECK (status IN ('registered', 'confirmed', 'declined', 'left')),
  registered_at timestamptz NOT NULL,
  decided_by    uuid REFERENCES app_user (id),
  decided_at    timestamptz,
  reason        text NOT NULL DEFAULT '',
  version       integer NOT NULL DEFAULT 1,
  CHECK (status NOT IN ('confirmed', 'declined') OR decided_by <> user_id)
);
CREATE UNIQUE INDEX party_member_current ON party_member (user_id) WHERE status IN ('registered', 'confirmed');
CREATE INDEX party_member_area ON party_member (area_code, registered_at DESC, id DESC);

CREATE TABLE party_post (
  id         uuid PRIMARY KEY,
  area_code  text COLLATE "C" NOT NULL REFERENCES area (code) CHECK (length(area_code) = 12),
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 20),
  line       text NOT NULL DEFAULT '' CHECK (length(line) <= 60),
  shown      boolean NOT NULL,
  offered_by uuid NOT NULL REFERENCES app_user (id),
  UNIQUE (area_code, name)
);

CREATE TABLE party_duty (
  member_id uuid NOT NULL REFERENCES party_member (id),
  post_id   uuid NOT NULL REFERENCES party_post (id),
  taken_at  timestamptz NOT NULL,
  PRIMARY KEY (member_id, post_id)
);
CREATE INDEX party_duty_post ON party_duty (post_id);

INSERT INTO setting (name, version, value, valid_from) VALUES
  ('party.duty', 1, '{"activities": 2, "hours": 4}', '2020-01-01T00:00:00Z');
