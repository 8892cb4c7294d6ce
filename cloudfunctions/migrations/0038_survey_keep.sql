-- Who took part is wiped some time after the close, the shuffled box later; what was counted stays.

ALTER TABLE survey_electorate ADD COLUMN on_paper integer NOT NULL DEFAULT 0;
UPDATE survey_electorate AS asked SET on_paper = taken.on_paper
  FROM (
    SELECT survey_id, elector.area_code, band, sex, count(*) AS on_paper
    FROM survey_roll AS roll JOIN survey_elector AS elector USING (survey_id, resident_id)
    WHERE origin <> 'program' GROUP BY 1, 2, 3, 4) AS taken
  WHERE asked.survey_id = taken.survey_id AND asked.area_code = taken.area_code AND asked.band = taken.band
    AND asked.sex = taken.sex AND asked.ballots > 0;
ALTER TABLE survey_electorate ADD CONSTRAINT survey_electorate_on_paper CHECK (on_paper BETWEEN 0 AND ballots);

ALTER TABLE survey
  ADD COLUMN roll_wiped_at timestamptz,
  ADD COLUMN box_wiped_at  timestamptz;

INSERT INTO setting (name, version, value, valid_from) VALUES
  -- Seconds after the close: the roll 90 days, the box a year (domain rules 5.2).
  ('survey.keep', 1, '{"roll": 7776000, "box": 31536000}', '2020-01-01T00:00:00Z');
