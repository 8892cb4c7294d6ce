-- Pictures are checked by the platform before neighbours see them; its verdict comes later, by a push message.

-- What is there already has been seen; it stays public.
ALTER TABLE picture
  ADD COLUMN content text NOT NULL DEFAULT 'passed' CHECK (content IN ('checking', 'passed', 'held')),
  -- When the platform is asked (again): a claim moves it ahead by the lease, a question by the time for its answer.
  ADD COLUMN check_at timestamptz,
  ADD COLUMN check_tries smallint NOT NULL DEFAULT 0,
  -- The last question put to the platform, as its answer will name it.
  ADD COLUMN trace_id text;
ALTER TABLE picture ALTER COLUMN content SET DEFAULT 'checking';

CREATE INDEX picture_checking ON picture (check_at, id) WHERE content = 'checking' AND attached_at IS NOT NULL;
CREATE UNIQUE INDEX picture_trace ON picture (trace_id) WHERE trace_id IS NOT NULL;
