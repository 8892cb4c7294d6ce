-- What people said in their own voice, with the step that it came with.
CREATE TABLE appeal_voice (
  step_id  uuid NOT NULL REFERENCES appeal_step (id),
  position smallint NOT NULL CHECK (position BETWEEN 0 AND 2),
  voice_id uuid NOT NULL UNIQUE REFERENCES voice (id),
  PRIMARY KEY (step_id, position)
);
