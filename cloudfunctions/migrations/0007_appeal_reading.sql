-- A page of a list costs the same however many appeals there are.

-- Newest first: read in order until the page is full; the area is looked up in the index, not in the row.
CREATE INDEX appeal_recent ON appeal (submitted_at DESC, id DESC, area_code);
-- Open cases around a village, compared with what somebody is about to say.
CREATE INDEX appeal_near ON appeal (area_code, submitted_at DESC)
  WHERE status IN ('submitted', 'accepted', 'escalated', 'dispatched', 'objected', 'shelved', 'reopened');
