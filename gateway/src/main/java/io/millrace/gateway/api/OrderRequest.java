package io.millrace.gateway.api;

import io.millrace.core.order.Action;
import io.millrace.core.order.Contingency;
import io.millrace.core.order.GroupProblem;
import io.millrace.core.order.OrderTerms;
import io.millrace.gateway.control.Ids;
import io.millrace.gateway.control.TermsDocument;
import io.millrace.gateway.control.Wish;
import io.millrace.gateway.json.Fields;
import io.millrace.gateway.view.OrderView;
import java.util.Objects;
import java.util.regex.Pattern;

/** Requests of {@code /v1/orders}: what people write to what they wish. */
final class OrderRequest {
    private static final Pattern REASON = Pattern.compile("\\P{Cntrl}{0,200}");
    private static final String REASON_MEANING = "at most 200 characters, none a control character";
    private static final int MOST_ATTACHED = 9;

    private OrderRequest() {}

    /** {@code {"accountId": "demo", "instrument": …, "side": "BUY", "type": "LIMIT", "quantity": "0.5", …}}. */
    static Wish submit(Fields fields) {
        var accountId = fields.text("accountId", Ids.ID, Ids.ID_MEANING);
        var instrument = Ids.instrument(fields, "instrument");
        var terms = TermsDocument.read(fields);
        var attached = fields.objects("attached", MOST_ATTACHED).stream()
                .map(TermsDocument::read)
                .filter(Objects::nonNull)
                .toList();
        var contingency = fields.choice("contingency", Contingency.class, null);
        var reason = fields.has("reason") ? fields.text("reason", REASON, REASON_MEANING) : "";
        var wish = new Wish(Action.SUBMIT, accountId, instrument, terms, null, reason, attached, contingency);
        if (fields.violations() == 0) {
            refuseBrokenGroup(fields, wish);
        }
        fields.done();
        return wish;
    }

    /** {@code {"limitPrice": "811"}}: what is missing stays as it is. */
    static OrderTerms replace(Fields fields, OrderView order) {
        var terms = TermsDocument.readChange(fields, order.terms());
        fields.done();
        return terms;
    }

    private static void refuseBrokenGroup(Fields fields, Wish wish) {
        for (var problem : GroupProblem.of(wish.intent("", 0, 0))) {
            var field = problem == GroupProblem.CONTINGENCY_MISSING ? "contingency" : "attached";
            fields.refuse(field, problem.name(), problem.words(), "", problem.words());
        }
    }
}
