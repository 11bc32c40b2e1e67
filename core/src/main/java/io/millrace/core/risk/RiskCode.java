package io.millrace.core.risk;

/** What risk can object to. Numbers are grouped by family and never change; new ones are added. */
public enum RiskCode {
    // 100: who and what
    UNKNOWN_ACCOUNT(101),
    UNKNOWN_INSTRUMENT(102),
    NO_POLICY(103),
    UNKNOWN_ORDER(104),
    CURRENCY_DIFFERS(105),
    DUPLICATE_INTENT(106),
    ORDER_NOT_REPLACEABLE(107),
    NOT_COUNTABLE(108),
    // 200: the order's own shape
    PRICE_NOT_POSITIVE(201),
    PRICE_OFF_TICK(202),
    QUANTITY_OFF_LOT(203),
    QUANTITY_TOO_SMALL(204),
    QUANTITY_TOO_LARGE(205),
    NOTIONAL_TOO_SMALL(206),
    NOTIONAL_TOO_LARGE(207),
    TERMS_INVALID(208),
    EXPIRY_IN_PAST(209),
    // 300: whether there is trading, and which
    TRADING_HALTED(301),
    REDUCING_ONLY(302),
    REDUCE_ONLY_WOULD_INCREASE(303),
    INSTRUMENT_HALTED(304),
    OUTSIDE_SESSION(305),
    // 400: size
    ORDER_NOTIONAL_TOO_LARGE(401),
    POSITION_TOO_LARGE(402),
    GROSS_EXPOSURE_TOO_LARGE(403),
    LEVERAGE_TOO_HIGH(404),
    INSTRUMENT_NOTIONAL_TOO_LARGE(405),
    NET_EXPOSURE_TOO_LARGE(406),
    CONCENTRATION_TOO_HIGH(407),
    GROUP_EXPOSURE_TOO_LARGE(408),
    CASH_TOO_SMALL(409),
    FREE_CASH_TOO_SMALL(410),
    SHORT_NOT_ALLOWED(411),
    MARGIN_TOO_SMALL(412),
    FREE_MARGIN_TOO_SMALL(413),
    STRATEGY_BUDGET_EXCEEDED(414),
    // 500: loss
    DAILY_LOSS_REACHED(501),
    DRAWDOWN_REACHED(502),
    // 600: pace, data and the account's own orders
    ORDER_RATE_TOO_HIGH(601),
    PRICE_STALE(602),
    CANCEL_RATE_TOO_HIGH(603),
    PRICE_OUTSIDE_COLLAR(604),
    DATA_DIRTY(605),
    NOT_WARMED_UP(606),
    SELF_TRADE(607);

    private final int number;

    RiskCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
