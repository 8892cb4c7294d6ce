-- How many of each kind took part, written at the close, so that results can be weighted without the roll.
ALTER TABLE survey_electorate ADD COLUMN ballots integer NOT NULL DEFAULT 0 CHECK (ballots BETWEEN 0 AND electors);
