package io.millrace.verification.chaos;

/** The market of the shipped trades and the account whose strategies trade in it. */
final class Market {
    static final String PART = "marketdata";
    static final String INSTRUMENT = "BTC-USD.BITSTAMP";
    static final String ACCOUNT = "demo";
    static final String FILE = "classpath:bitstamp_trades_from_20131125_usd.csv";

    /** Event time of the shipped trades from the first to the last, and the hour that closes them. */
    static final long SECONDS = 579_725;

    private Market() {}
}
