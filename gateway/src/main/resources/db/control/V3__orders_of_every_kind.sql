-- What people ask for is kept as they wrote it: orders have more terms than columns were made for.

ALTER TABLE control.manual_orders DROP CONSTRAINT manual_orders_action_check;
ALTER TABLE control.manual_orders DROP CONSTRAINT manual_orders_check;
ALTER TABLE control.manual_orders DROP CONSTRAINT manual_orders_check1;
ALTER TABLE control.manual_orders ADD COLUMN request jsonb;

UPDATE control.manual_orders
SET request = jsonb_build_object(
        'side', side, 'type', type, 'timeInForce', time_in_force, 'reduceOnly', reduce_only,
        'quantity', trim_scale(quantity)::text, 'limitPrice', trim_scale(limit_price)::text)
WHERE action = 'SUBMIT';

ALTER TABLE control.manual_orders
    DROP COLUMN side,
    DROP COLUMN type,
    DROP COLUMN time_in_force,
    DROP COLUMN quantity,
    DROP COLUMN limit_price,
    DROP COLUMN reduce_only,
    ADD CHECK (action IN ('SUBMIT', 'CANCEL', 'REPLACE', 'CANCEL_ALL', 'HALT', 'REDUCE', 'RESUME')),
    ADD CHECK ((action IN ('CANCEL', 'REPLACE')) = (cancel_order_id IS NOT NULL)),
    ADD CHECK ((action IN ('SUBMIT', 'REPLACE')) = (request IS NOT NULL)),
    ADD CHECK ((action IN ('SUBMIT', 'CANCEL', 'REPLACE')) = (instrument <> ''));
COMMENT ON TABLE control.manual_orders IS 'Orders, replaces, cancels and commands to accounts that people asked for; what became of them is in the topics';
COMMENT ON COLUMN control.manual_orders.request IS 'Terms, attached orders and contingency, as the gateway''s API writes them';
COMMENT ON COLUMN control.manual_orders.instrument IS 'SYMBOL.VENUE, empty for a command to a whole account';
