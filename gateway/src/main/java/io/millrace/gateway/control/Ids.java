package io.millrace.gateway.control;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.regime.RegimeModel;
import io.millrace.gateway.json.Fields;
import io.millrace.gateway.problem.Problem;
import java.util.regex.Pattern;

/** How people may name things: nothing that a topic's key or a path uses as a separator. */
public final class Ids {
    public static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    public static final String ID_MEANING = "a letter or digit, then up to 63 letters, digits, '.', '_' or '-'";
    public static final Pattern INSTRUMENT =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}\\.[A-Za-z0-9][A-Za-z0-9_-]{0,31}");
    public static final String INSTRUMENT_MEANING = "SYMBOL.VENUE (BTC-USD.BITSTAMP)";
    public static final Pattern CURRENCY = Pattern.compile("[A-Z0-9]{2,12}");
    public static final String CURRENCY_MEANING = "2 to 12 capital letters or digits (USD)";

    private Ids() {}

    /** An id in a path, else a problem. */
    public static String inPath(String id) {
        return matching(id, ID, ID_MEANING);
    }

    /** A strategy's id in a path: an id that does not stand for people's orders or risk's cancels. */
    public static String strategyInPath(String id) {
        if (id.equals(OrderIntent.MANUAL)) {
            throw invalid(id, "another id: '" + OrderIntent.MANUAL + "' stands for people's orders");
        }
        if (id.equals(OrderIntent.RISK)) {
            throw invalid(id, "another id: '" + OrderIntent.RISK + "' stands for what risk cancels by itself");
        }
        return inPath(id);
    }

    /** A model's id in a path: an id that does not stand for the rule that runs unasked. */
    public static String modelInPath(String id) {
        if (id.equals(RegimeModel.BASELINE)) {
            throw invalid(
                    id, "another id: '" + RegimeModel.BASELINE + "' stands for the rule that runs on every instrument");
        }
        return inPath(id);
    }

    public static InstrumentId instrumentInPath(String id) {
        return InstrumentId.of(matching(id, INSTRUMENT, INSTRUMENT_MEANING));
    }

    /** The instrument of a field, null if it is missing or wrong. */
    public static InstrumentId instrument(Fields fields, String name) {
        var text = fields.text(name, INSTRUMENT, INSTRUMENT_MEANING);
        return text == null ? null : InstrumentId.of(text);
    }

    private static String matching(String id, Pattern pattern, String meaning) {
        if (!pattern.matcher(id).matches()) {
            throw invalid(id, meaning);
        }
        return id;
    }

    private static RuntimeException invalid(String id, String meaning) {
        return Problem.of(422, "INVALID_ID", "the id must be " + meaning + ", was '" + id + "'")
                .withValues(id, meaning)
                .exception();
    }
}
