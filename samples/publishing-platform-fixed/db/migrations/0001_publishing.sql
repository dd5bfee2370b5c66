CREATE TABLE accounts (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name       text NOT NULL,
  credits    integer NOT NULL DEFAULT 0 CHECK (credits >= 0),
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE drafts (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES accounts (id),
  slug       text NOT NULL,
  title      text NOT NULL,
  body       text NOT NULL DEFAULT '',
  version    integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (account_id, slug)
);

CREATE TABLE targets (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES accounts (id),
  name       text NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('webhook', 'upload')),
  endpoint   text NOT NULL,
  enabled    boolean NOT NULL DEFAULT true,
  UNIQUE (account_id, name)
);

CREATE TABLE publications (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  draft_id     uuid NOT NULL REFERENCES drafts (id),
  target_id    uuid NOT NULL REFERENCES targets (id),
  revision     integer NOT NULL DEFAULT 1,
  status       text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'delivered')),
  views        bigint NOT NULL DEFAULT 0,
  delivered_at timestamptz,
  UNIQUE (draft_id, target_id)
);

CREATE TABLE idempotency_keys (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  operation  text NOT NULL,
  key        text NOT NULL,
  claim      uuid NOT NULL,
  status     text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'completed')),
  result     jsonb,
  claimed_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (operation, key)
);

CREATE INDEX idempotency_keys_claim ON idempotency_keys (claim);
