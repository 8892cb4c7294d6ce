-- Who took part in a survey gets their points when it is over, batch by batch: a district has hundreds of thousands.
CREATE TABLE points_survey (
  survey_id  uuid PRIMARY KEY REFERENCES survey (id),
  -- Up to which unit of the roll, in the order of the ids, which says nothing of the order of the ballots.
  after_unit uuid,
  done_at    timestamptz
);
CREATE INDEX points_survey_waiting ON points_survey (survey_id) WHERE done_at IS NULL;
