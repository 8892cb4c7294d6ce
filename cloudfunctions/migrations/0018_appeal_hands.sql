-- Whose hands a case is in: a person who is not in the program, the levels above in danger, the hotline of the city.

ALTER TABLE appeal
  -- Who spoke to the worker, when they are not in the program: what to call them and the sealed number to call.
  ADD COLUMN contact_name text NOT NULL DEFAULT '' CHECK (length(contact_name) <= 20),
  ADD COLUMN contact_phone_encrypted text,
  -- Only of cases that a worker wrote down; whoever is in the program has a name and a number of their own.
  ADD CONSTRAINT appeal_contact CHECK (
    (contact_name = '' AND contact_phone_encrypted IS NULL) OR captured_by = submitter_id),
  -- The number under which the hotline of the city has it.
  ADD COLUMN city_number text CHECK (length(city_number) BETWEEN 4 AND 40);
ALTER TABLE appeal DROP CONSTRAINT appeal_waiting_for_check;
ALTER TABLE appeal ADD CONSTRAINT appeal_waiting_for_check
  CHECK (waiting_for IN ('citizen', 'department', 'season', 'city'));

-- What is dangerous and not taken lies on the desks above as well.
CREATE INDEX appeal_danger ON appeal (holder_code)
  WHERE urgency = 'danger' AND status IN ('submitted', 'escalated', 'reopened');
