-- A page of a list and the numbers above it cost the same however many appeals there are.

-- Newest first: read in order until the page is full; the area is looked up in the index, not in the row.
CREATE INDEX appeal_recent ON appeal (submitted_at DESC, id DESC, area_code);
-- Open cases around a village, compared with what somebody is about to say.
CREATE INDEX appeal_near ON appeal (area_code, submitted_at DESC)
  WHERE status IN ('submitted', 'accepted', 'escalated', 'dispatched', 'objected', 'shelved', 'reopened');
-- Workbenches: next to be late first; late ones of a whole district are counted in the index alone.
CREATE INDEX appeal_due ON appeal (due_at, id, area_code)
  WHERE status IN ('submitted', 'accepted', 'escalated', 'dispatched', 'objected', 'shelved', 'reopened');
CREATE INDEX appeal_objected ON appeal (area_code) WHERE status = 'objected';
CREATE INDEX appeal_led ON appeal (lead_department, due_at, id)
  WHERE lead_department IS NOT NULL AND status NOT IN ('closed', 'withdrawn', 'redirected');
CREATE INDEX appeal_extension_asked ON appeal_extension (appeal_id) WHERE granted IS NULL;
-- Done, and what was done today.
CREATE INDEX appeal_said ON appeal (holder_code) WHERE status IN ('answered', 'finished');
CREATE INDEX appeal_led_handled ON appeal (lead_department, handled_at)
  WHERE lead_department IS NOT NULL AND handled_at IS NOT NULL;
