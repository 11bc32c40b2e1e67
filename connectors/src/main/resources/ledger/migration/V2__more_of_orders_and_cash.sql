-- What orders of every kind, accounts with several positions in an instrument and several currencies say beyond V1.

ALTER TABLE orders
    ADD COLUMN trigger_price    numeric(28, 8),
    ADD COLUMN expire_at_nanos  bigint,
    ADD COLUMN post_only        boolean,
    ADD COLUMN display_quantity numeric(28, 8),
    ADD COLUMN group_id         text,
    ADD COLUMN parent_order_id  text;
COMMENT ON COLUMN orders.status IS 'APPROVED until the venue''s first report, then what the latest report made of the order: ACCEPTED, TRIGGERED, PARTIALLY_FILLED, or the first final one; refused changes and replaces leave it';
COMMENT ON COLUMN orders.quantity IS 'In force: as approved, after a replace as replaced; so are limit_price and trigger_price';
COMMENT ON COLUMN orders.expire_at_nanos IS 'Null for an order that does not expire by itself';
COMMENT ON COLUMN orders.display_quantity IS 'How much is shown at a time, null for all';
COMMENT ON COLUMN orders.group_id IS 'The same for all orders of a group, null for a single order';
COMMENT ON COLUMN orders.parent_order_id IS 'The order that has to fill before this one acts';

-- One command to an account cancels many orders.
ALTER TABLE cancels DROP CONSTRAINT cancels_pkey;
ALTER TABLE cancels ADD PRIMARY KEY (intent_id, order_id);

CREATE TABLE replaces (
    intent_id        text PRIMARY KEY,
    order_id         text NOT NULL,
    account_id       text NOT NULL,
    strategy_id      text NOT NULL,
    instrument       text NOT NULL,
    quantity         numeric(28, 8) NOT NULL,
    limit_price      numeric(28, 8),
    trigger_price    numeric(28, 8),
    decided_at_nanos bigint NOT NULL
);
COMMENT ON TABLE replaces IS 'Approved replaces of orders, with the terms asked for';

ALTER TABLE fills
    ADD COLUMN liquidity text,
    ADD COLUMN currency  text NOT NULL DEFAULT '';
COMMENT ON COLUMN fills.liquidity IS 'MAKER or TAKER, null if the venue did not say';
COMMENT ON COLUMN fills.currency IS 'Of price and fee, empty if the venue did not say';

-- A command to an account concerns no instrument.
ALTER TABLE decisions ALTER COLUMN instrument DROP NOT NULL;

ALTER TABLE positions
    ADD COLUMN side     text NOT NULL DEFAULT 'NET',
    ADD COLUMN currency text NOT NULL DEFAULT '',
    ADD COLUMN funding  numeric(28, 8) NOT NULL DEFAULT 0,
    ADD COLUMN lots     jsonb NOT NULL DEFAULT '[]';
ALTER TABLE positions DROP CONSTRAINT positions_pkey;
ALTER TABLE positions ADD PRIMARY KEY (account_id, instrument, side);
COMMENT ON COLUMN positions.side IS 'NET in a netting account, LONG or SHORT in a hedging account';
COMMENT ON COLUMN positions.currency IS 'Of all amounts, empty for the account''s own';
COMMENT ON COLUMN positions.funding IS 'Received less paid for holding it';
COMMENT ON COLUMN positions.lots IS 'The oldest first: [{"opened_nanos","quantity","cost"}]; empty at average cost';

CREATE TABLE accounts (
    account_id         text PRIMARY KEY,
    currency           text NOT NULL,
    equity             numeric(28, 8) NOT NULL,
    deposits           numeric(28, 8) NOT NULL,
    cash               numeric(28, 8) NOT NULL,
    realised_profit    numeric(28, 8) NOT NULL,
    unrealised_profit  numeric(28, 8) NOT NULL,
    fees               numeric(28, 8) NOT NULL,
    funding            numeric(28, 8) NOT NULL,
    peak_equity        numeric(28, 8),
    initial_margin     numeric(28, 8),
    maintenance_margin numeric(28, 8),
    free_balance       numeric(28, 8),
    event_nanos        bigint NOT NULL
);
COMMENT ON TABLE accounts IS 'What accounts are worth, in their currency: equity = deposits + realised + unrealised - fees + funding';

CREATE TABLE balances (
    account_id        text NOT NULL,
    currency          text NOT NULL,
    deposits          numeric(28, 8) NOT NULL,
    cash              numeric(28, 8) NOT NULL,
    value             numeric(28, 8) NOT NULL,
    realised_profit   numeric(28, 8) NOT NULL,
    unrealised_profit numeric(28, 8) NOT NULL,
    fees              numeric(28, 8) NOT NULL,
    funding           numeric(28, 8) NOT NULL,
    rate              numeric(28, 8),
    event_nanos       bigint NOT NULL,
    PRIMARY KEY (account_id, currency)
);
COMMENT ON TABLE balances IS 'What accounts have of each currency, exact: cash + value = deposits + realised + unrealised - fees + funding';
COMMENT ON COLUMN balances.value IS 'Sum of position times mark of what is quoted in it';
COMMENT ON COLUMN balances.rate IS 'Conversion mark, null for the account''s own currency and where none is known';
