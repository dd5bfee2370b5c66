CREATE TABLE jobs (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  region     text NOT NULL,
  kind       text NOT NULL,
  payload    jsonb NOT NULL,
  status     text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'done', 'failed')),
  attempts   integer NOT NULL DEFAULT 0,
  run_at     timestamptz NOT NULL DEFAULT now(),
  claimed_at timestamptz
);

CREATE INDEX jobs_due ON jobs (region, run_at) WHERE status IN ('queued', 'running');

CREATE TABLE job_failures (
  queue     text NOT NULL,
  job_id    text NOT NULL,
  message   text NOT NULL,
  failed_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE analytics_events (
  id          uuid PRIMARY KEY,
  account_id  uuid NOT NULL REFERENCES accounts (id),
  name        text NOT NULL,
  account     text NOT NULL,
  occurred_at timestamptz NOT NULL
);

CREATE TABLE analytics_rollups (
  name  text NOT NULL,
  day   date NOT NULL,
  total bigint NOT NULL,
  PRIMARY KEY (name, day)
);
