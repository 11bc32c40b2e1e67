package io.millrace.verification.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.core.order.Action;
import io.millrace.verification.history.Driven;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A person with an account who keeps ordering: what is drawn from the seed, at the market's price of the moment. Every
 * request has an idempotency key and is sent again until it is answered, as a careful client would.
 */
final class Desk implements Runnable {
    private static final int REMEMBERED_ORDERS = 40;
    private static final long RETRY_MILLIS = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String account;
    private final Wishes wishes;
    private final Gateway gateway;
    private final long pauseMillis;
    private final Supplier<Optional<BigDecimal>> market;
    private final BooleanSupplier goesOn;
    private final HistoryFile log;
    private final List<Driven.Request> acknowledged = new ArrayList<>();
    private final List<String> orders = new ArrayList<>();
    private final SortedMap<String, Integer> kinds = new TreeMap<>();
    private int asked;
    private int attempts;

    /**
     * A person who has not asked for anything yet.
     *
     * @param seed of all it wants
     * @param pauseMillis between two requests
     * @param market the last price, once there is one
     * @param goesOn whether it should want more
     * @param log what it asked and was told
     */
    Desk(
            String account,
            long seed,
            Gateway gateway,
            long pauseMillis,
            Supplier<Optional<BigDecimal>> market,
            BooleanSupplier goesOn,
            HistoryFile log) {
        this.account = account;
        this.wishes = new Wishes(account, new Random(seed));
        this.gateway = gateway;
        this.pauseMillis = pauseMillis;
        this.market = market;
        this.goesOn = goesOn;
        this.log = log;
    }

    @Override
    public void run() {
        try {
            while (goesOn.getAsBoolean()) {
                var price = market.get();
                if (price.isPresent()) {
                    act(price.get());
                }
                TimeUnit.MILLISECONDS.sleep(pauseMillis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the gateway said yes to. */
    List<Driven.Request> acknowledged() {
        return acknowledged;
    }

    /** How many of each kind of wish the gateway said yes to. */
    SortedMap<String, Integer> kinds() {
        return kinds;
    }

    int asked() {
        return asked;
    }

    int attempts() {
        return attempts;
    }

    private void act(BigDecimal price) throws IOException, InterruptedException {
        var wish = wishes.next(price, orders);
        var answer = ask(wish);
        if (wish.action() == Action.SUBMIT) {
            answer.map(body -> body.path("orderId").asText()).ifPresent(this::remember);
        }
    }

    private void remember(String order) {
        orders.add(order);
        if (orders.size() > REMEMBERED_ORDERS) {
            orders.remove(0);
        }
    }

    /** The answer, if it was a yes. */
    private Optional<JsonNode> ask(Wishes.Wish wish) throws IOException, InterruptedException {
        var key = "chaos-" + account + "-" + ++asked;
        int tries = 0;
        while (true) {
            tries++;
            attempts++;
            var answer = gateway.send(wish.method(), wish.path(), wish.body(), key);
            if (answer.isFinal()) {
                var line = JSON.createObjectNode()
                        .put("key", key)
                        .put("account", account)
                        .put("request", wish.method() + " " + wish.path())
                        .put("body", wish.body().map(Object::toString).orElse(""))
                        .put("tries", tries)
                        .put("status", answer.status());
                line.set("answer", answer.body());
                log.add(line);
                return taken(wish, key, answer);
            }
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        }
    }

    private Optional<JsonNode> taken(Wishes.Wish wish, String key, Gateway.Reply answer) {
        if (!answer.isYes()) {
            return Optional.empty();
        }
        var id = answer.body()
                .path(wish.action() == Action.SUBMIT ? "orderId" : "intentId")
                .asText();
        acknowledged.add(new Driven.Request(key, id, account, wish.action()));
        kinds.merge(wish.kind(), 1, Integer::sum);
        return Optional.of(answer.body());
    }
}
