package io.millrace.core.risk;

/** What risk can object to. Numbers are grouped by family and never change; new ones are added. */
public enum RiskCode {
    // 100: who and what
    UNKNOWN_ACCOUNT(101),
    UNKNOWN_INSTRUMENT(102),
    NO_POLICY(103),
    UNKNOWN_ORDER(104),
    CURRENCY_DIFFERS(105),
    ORDER_NOT_REPLACEABLE(107),
    // 200: the order's own shape
    PRICE_NOT_POSITIVE(201),
    PRICE_OFF_TICK(202),
    QUANTITY_OFF_LOT(203),
    QUANTITY_TOO_SMALL(204),
    QUANTITY_TOO_LARGE(205),
    // 300: the account's mode
    TRADING_HALTED(301),
    REDUCING_ONLY(302),
    REDUCE_ONLY_WOULD_INCREASE(303),
    // 400: size
    ORDER_NOTIONAL_TOO_LARGE(401),
    POSITION_TOO_LARGE(402),
    GROSS_EXPOSURE_TOO_LARGE(403),
    LEVERAGE_TOO_HIGH(404),
    // 500: loss
    DAILY_LOSS_REACHED(501),
    DRAWDOWN_REACHED(502),
    // 600: pace and data
    ORDER_RATE_TOO_HIGH(601),
    PRICE_STALE(602);

    private final int number;

    RiskCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
