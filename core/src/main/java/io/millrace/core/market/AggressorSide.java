package io.millrace.core.market;

/** Who crossed the spread in a trade. */
public enum AggressorSide {
    BUYER,
    SELLER,
    UNKNOWN
}
