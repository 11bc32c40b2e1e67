-- What happened, for reports. Written by the ledger connector alone; whoever reads it may join, count and export.
-- Amounts are exact decimals. Times are event times in nanoseconds since the epoch, UTC.

CREATE TABLE orders (
    order_id           text PRIMARY KEY,
    intent_id          text NOT NULL,
    account_id         text NOT NULL,
    strategy_id        text NOT NULL,
    instrument         text NOT NULL,
    side               text,
    order_type         text,
    time_in_force      text,
    quantity           numeric(28, 8),
    limit_price        numeric(28, 8),
    reduce_only        boolean,
    decided_at_nanos   bigint,
    status             text NOT NULL,
    filled_quantity    numeric(28, 8) NOT NULL DEFAULT 0,
    last_report_number integer NOT NULL DEFAULT 0,
    last_event_nanos   bigint,
    reason             text NOT NULL DEFAULT ''
);
COMMENT ON TABLE orders IS 'Approved orders and what became of them';
COMMENT ON COLUMN orders.order_type IS 'Like all terms null while only a report of the order is known';
COMMENT ON COLUMN orders.status IS 'APPROVED until the venue''s first report, then the latest report''s type; the first final one stays';
CREATE INDEX orders_by_account ON orders (account_id, decided_at_nanos);

CREATE TABLE cancels (
    intent_id        text PRIMARY KEY,
    order_id         text NOT NULL,
    account_id       text NOT NULL,
    strategy_id      text NOT NULL,
    instrument       text NOT NULL,
    decided_at_nanos bigint NOT NULL
);
COMMENT ON TABLE cancels IS 'Approved cancels of orders';

CREATE TABLE fills (
    order_id        text NOT NULL,
    report_number   integer NOT NULL,
    intent_id       text NOT NULL,
    account_id      text NOT NULL,
    strategy_id     text NOT NULL,
    instrument      text NOT NULL,
    side            text NOT NULL,
    quantity        numeric(28, 8) NOT NULL,
    price           numeric(28, 8) NOT NULL,
    fee             numeric(28, 8) NOT NULL,
    market_sequence bigint NOT NULL,
    event_nanos     bigint NOT NULL,
    PRIMARY KEY (order_id, report_number)
);
COMMENT ON TABLE fills IS 'Executions';
COMMENT ON COLUMN fills.market_sequence IS 'Sequence of the trade that caused the fill';
CREATE INDEX fills_by_account ON fills (account_id, event_nanos);

CREATE TABLE decisions (
    intent_id           text PRIMARY KEY,
    account_id          text NOT NULL,
    strategy_id         text NOT NULL,
    strategy_version    bigint NOT NULL,
    instrument          text NOT NULL,
    action              text NOT NULL,
    event_nanos         bigint NOT NULL,
    approved            boolean NOT NULL,
    codes               text[] NOT NULL,
    checks              jsonb NOT NULL,
    order_id            text,
    policy_id           text,
    policy_version      bigint NOT NULL,
    mode                text,
    mark                numeric(28, 8),
    mark_nanos          bigint NOT NULL,
    decided_at_nanos    bigint NOT NULL,
    clock_wait_exceeded boolean NOT NULL,
    reason              text NOT NULL
);
COMMENT ON TABLE decisions IS 'Risk''s decision on every intent';
COMMENT ON COLUMN decisions.codes IS 'Codes of the checks that objected';
COMMENT ON COLUMN decisions.checks IS 'All checks: [{"code","passed","actual","limit","unit"}]';
COMMENT ON COLUMN decisions.reason IS 'What the strategy saw';
CREATE INDEX decisions_by_account ON decisions (account_id, decided_at_nanos);

CREATE TABLE positions (
    account_id      text NOT NULL,
    instrument      text NOT NULL,
    quantity        numeric(28, 8) NOT NULL,
    cost            numeric(28, 8) NOT NULL,
    realised_profit numeric(28, 8) NOT NULL,
    fees            numeric(28, 8) NOT NULL,
    event_nanos     bigint NOT NULL,
    PRIMARY KEY (account_id, instrument)
);
COMMENT ON TABLE positions IS 'Latest positions; cost / quantity is the average price';

CREATE TABLE progress (
    topic       text NOT NULL,
    partition   integer NOT NULL,
    topic_id    text NOT NULL,
    next_offset bigint NOT NULL,
    records     bigint NOT NULL DEFAULT 0,
    refused     bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (topic, partition)
);
COMMENT ON TABLE progress IS 'Up to where each topic is in the other tables, updated in the same transactions';
COMMENT ON COLUMN progress.topic_id IS 'Kafka''s own identity of the topic: a topic made anew has other records under the same offsets';
COMMENT ON COLUMN progress.records IS 'Records with a value, refused ones included';
