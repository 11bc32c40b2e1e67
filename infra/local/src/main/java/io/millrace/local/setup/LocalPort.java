package io.millrace.local.setup;

import java.util.Locale;

/** The ports that the platform listens on, all on the loopback interface. */
public enum LocalPort {
    KAFKA("kafka", 9092),
    KAFKA_CONTROLLER("kafka", 9093),
    REGISTRY("registry", 8082),
    POSTGRES("postgres", 5433),
    FLINK("jobmanager", 8081),
    FLINK_RPC("jobmanager", 6123),
    GATEWAY("gateway", 8080),
    OUTBOX("outbox", 9101),
    LEDGER("ledger", 9102),
    STREAMS("streams", 9103),
    JOBMANAGER_METRICS("jobmanager", 9104),
    TASKMANAGER_METRICS("taskmanager", 9105),
    MARKETDATA("marketdata", 9106),
    STREAMS_2("streams-2", 9107);

    private final String part;
    private final int number;

    LocalPort(String part, int number) {
        this.part = part;
        this.number = number;
    }

    /** The part that listens on it. */
    public String part() {
        return part;
    }

    /** Its number unless {@link #variable} says otherwise. */
    public int defaultNumber() {
        return number;
    }

    /** The environment variable that moves it. */
    public String variable() {
        return "MILLRACE_" + name().toUpperCase(Locale.ROOT) + "_PORT";
    }
}
