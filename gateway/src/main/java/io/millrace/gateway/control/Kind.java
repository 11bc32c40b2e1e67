package io.millrace.gateway.control;

import io.millrace.core.market.Instrument;
import io.millrace.core.portfolio.Account;
import io.millrace.core.regime.RegimeModel;
import io.millrace.core.risk.Policy;
import io.millrace.core.strategy.StrategySpec;
import io.millrace.gateway.problem.Problem;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import java.util.Locale;

/**
 * A kind of entity that people keep in versions.
 *
 * @param noun what one is called
 * @param topic where its versions are published
 */
public record Kind<T>(String noun, VersionedTable<T> table, Topic<T> topic) {
    public static final Kind<Instrument> INSTRUMENT =
            new Kind<>("instrument", new VersionedTable<>("instruments", new InstrumentDocument()), Topics.INSTRUMENTS);
    public static final Kind<Policy> POLICY =
            new Kind<>("policy", new VersionedTable<>("policies", new PolicyDocument()), Topics.POLICIES);
    public static final Kind<Account> ACCOUNT =
            new Kind<>("account", new VersionedTable<>("accounts", new AccountDocument()), Topics.ACCOUNTS);
    public static final Kind<StrategySpec> STRATEGY =
            new Kind<>("strategy", new VersionedTable<>("strategies", new StrategyDocument()), Topics.STRATEGIES);
    public static final Kind<RegimeModel> MODEL =
            new Kind<>("model", new VersionedTable<>("models", new ModelDocument()), Topics.MODELS);

    /** {@code UNKNOWN_ACCOUNT}. */
    String unknownCode() {
        return "UNKNOWN_" + noun.toUpperCase(Locale.ROOT);
    }

    String unknownDetail(String id) {
        return "there is no " + noun + " '" + id + "'";
    }

    Problem unknown(String id) {
        return Problem.of(404, unknownCode(), unknownDetail(id)).withValues(id, "");
    }

    Problem exists(String id) {
        return Problem.of(
                        409,
                        noun.toUpperCase(Locale.ROOT) + "_EXISTS",
                        "there is already the " + noun + " '" + id + "'")
                .withValues(id, "a new id");
    }
}
