-- What residents say is checked by the platform before neighbours see it.

-- What is there already has been seen; it stays public.
ALTER TABLE appeal
  ADD COLUMN content text NOT NULL DEFAULT 'passed' CHECK (content IN ('checking', 'passed', 'held')),
  -- When the platform is asked (again). A job that asks moves it ahead, so that a killed one is taken over after that.
  ADD COLUMN check_at timestamptz,
  ADD COLUMN check_tries smallint NOT NULL DEFAULT 0;
ALTER TABLE appeal ALTER COLUMN content SET DEFAULT 'checking';

CREATE INDEX appeal_checking ON appeal (check_at, id) WHERE content = 'checking';
