-- Whom a user of the program was taken for before a worker put it right. Who has voted as one person of the ledger does
-- not vote once more as another.
CREATE TABLE resident_unlinked (
  user_id     uuid NOT NULL REFERENCES app_user (id),
  resident_id uuid NOT NULL REFERENCES resident (id),
  at          timestamptz NOT NULL,
  PRIMARY KEY (user_id, resident_id)
);
