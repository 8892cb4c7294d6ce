-- Who gave the case to a colleague that has not taken it yet; it goes back to them when its time to be taken is over.
ALTER TABLE appeal
  ADD COLUMN handed_by uuid REFERENCES app_user (id),
  ADD CONSTRAINT appeal_handed CHECK (handed_by IS NULL OR (status = 'accepted' AND sign_due_at IS NOT NULL));
