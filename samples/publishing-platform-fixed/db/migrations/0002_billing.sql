CREATE TABLE usage_events (
  id          uuid PRIMARY KEY,
  account_id  uuid NOT NULL REFERENCES accounts (id),
  kind        text NOT NULL,
  units       integer NOT NULL CHECK (units > 0),
  recorded_at timestamptz NOT NULL
);

CREATE INDEX usage_events_by_account ON usage_events (account_id, recorded_at);

CREATE TABLE invoices (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id   uuid NOT NULL REFERENCES accounts (id),
  period       date NOT NULL,
  amount_cents bigint NOT NULL CHECK (amount_cents >= 0),
  issued_at    timestamptz NOT NULL DEFAULT now(),
  UNIQUE (account_id, period)
);

CREATE TABLE credit_adjustments (
  id         uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts (id),
  amount     integer NOT NULL,
  reason     text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
