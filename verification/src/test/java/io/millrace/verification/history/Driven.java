package io.millrace.verification.history;

import io.millrace.core.market.Trade;
import io.millrace.core.order.Action;
import java.util.List;

/**
 * What drivers put in.
 *
 * @param trades that the source holds, with the sequences it gives them; empty if nobody says
 * @param requests of people that the gateway acknowledged
 * @param poison records that no stage can use
 */
public record Driven(List<Trade> trades, List<Request> requests, List<Poison> poison) {
    public static final Driven NOTHING = new Driven(List.of(), List.of(), List.of());

    /**
     * An order or a cancel that the gateway said yes to.
     *
     * @param idempotencyKey under which it was sent, once or several times
     * @param intentId in the gateway's answer
     */
    public record Request(String idempotencyKey, String intentId, String accountId, Action action) {}

    /** A record that was put into a topic to be refused. */
    public record Poison(String topic, LetterBytes value) {
        public Poison(String topic, byte[] value) {
            this(topic, new LetterBytes(value));
        }
    }
}
