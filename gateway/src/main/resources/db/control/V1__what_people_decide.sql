-- What people decide. Every version of an entity stays, so that a replay finds the one that was in force.

CREATE TABLE control.instruments (
    id                   text        NOT NULL,
    version              bigint      NOT NULL CHECK (version > 0),
    effective_from_nanos bigint      NOT NULL,
    body                 jsonb       NOT NULL,
    author               text        NOT NULL,
    created_at           timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id, version)
);
COMMENT ON TABLE control.instruments IS 'Trading rules by SYMBOL.VENUE';
COMMENT ON COLUMN control.instruments.effective_from_nanos IS 'Event time from which on the version holds; nanoseconds since the epoch, UTC';
COMMENT ON COLUMN control.instruments.body IS 'The rest of the version, as the gateway''s API writes it';

CREATE TABLE control.policies (LIKE control.instruments INCLUDING ALL);
COMMENT ON TABLE control.policies IS 'Risk policies: the mode in force and the limits of each mode';

CREATE TABLE control.accounts (LIKE control.instruments INCLUDING ALL);
COMMENT ON TABLE control.accounts IS 'Accounts: currency, starting cash, policy';

CREATE TABLE control.strategies (LIKE control.instruments INCLUDING ALL);
COMMENT ON TABLE control.strategies IS 'Configured strategies';

CREATE TABLE control.manual_orders (
    intent_id        uuid           PRIMARY KEY,
    action           text           NOT NULL CHECK (action IN ('SUBMIT', 'CANCEL')),
    account_id       text           NOT NULL,
    instrument       text           NOT NULL,
    ordinal          bigint         NOT NULL,
    event_time_nanos bigint         NOT NULL,
    side             text,
    type             text,
    time_in_force    text,
    quantity         numeric(28, 8),
    limit_price      numeric(28, 8),
    reduce_only      boolean,
    cancel_order_id  text,
    reason           text           NOT NULL,
    author           text           NOT NULL,
    created_at       timestamptz    NOT NULL DEFAULT now(),
    UNIQUE (account_id, instrument, ordinal),
    CHECK ((action = 'CANCEL') = (cancel_order_id IS NOT NULL)),
    CHECK ((action = 'SUBMIT') = (side IS NOT NULL AND type IS NOT NULL AND time_in_force IS NOT NULL
                                  AND quantity IS NOT NULL AND reduce_only IS NOT NULL))
);
COMMENT ON TABLE control.manual_orders IS 'Orders and cancels that people asked for; what became of them is in the topics';
CREATE INDEX manual_orders_by_time ON control.manual_orders (created_at DESC);

CREATE TABLE control.manual_ordinals (
    account_id text   NOT NULL,
    instrument text   NOT NULL,
    last       bigint NOT NULL,
    PRIMARY KEY (account_id, instrument)
);
COMMENT ON TABLE control.manual_ordinals IS 'The last ordinal given to a manual order of an account in an instrument';

CREATE TABLE control.idempotency_keys (
    key          text        PRIMARY KEY,
    fingerprint  bytea       NOT NULL,
    status       integer,
    headers      jsonb,
    answer       text,
    created_at   timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE control.idempotency_keys IS 'Answers of requests that carried an Idempotency-Key, given again when the request is';
COMMENT ON COLUMN control.idempotency_keys.fingerprint IS 'SHA-256 of method, path and body';

-- Rows are inserted and deleted in the transaction of the write they tell of: change data capture reads the insert from
-- the log, the table stays empty.
CREATE TABLE control.outbox (
    sequence   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id         uuid        NOT NULL,
    topic      text        NOT NULL,
    key        text        NOT NULL,
    payload    bytea       NOT NULL,
    headers    jsonb       NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE control.outbox IS 'Events to be published: payload in Confluent wire format under key to topic';

CREATE PUBLICATION millrace_outbox FOR TABLE control.outbox WITH (publish = 'insert');
