package io.millrace.core.order;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What can be wrong with the orders of one intent taken together; each by itself is {@link TermsProblem}'s. */
@SuppressWarnings("ImmutableEnumChecker") // the predicates hold nothing
public enum GroupProblem {
    CONTINGENCY_MISSING(
            "attached orders need a contingency",
            intent -> !intent.attached().isEmpty() && intent.contingency() == null),
    ATTACHED_MISSING(
            "a group needs attached orders", intent -> intent.attached().isEmpty() && intent.contingency() != null),
    TOO_MANY_ORDERS(
            "a group has at most nine attached orders",
            intent -> intent.attached().size() > 9),
    GROUP_WITHOUT_SUBMIT(
            "only a submit can have attached orders",
            intent -> intent.action() != Action.SUBMIT && !intent.attached().isEmpty()),
    GROUP_WITH_ALGORITHM(
            "an order of a group cannot be split by an algorithm",
            intent -> !intent.attached().isEmpty()
                    && (isSplit(intent.terms()) || intent.attached().stream().anyMatch(GroupProblem::isSplit))),
    ATTACHED_LARGER_THAN_PARENT(
            "an order that waits for another to fill cannot be larger than it",
            intent -> waitsForFirst(intent)
                    && intent.attached().stream()
                            .anyMatch(terms ->
                                    terms.quantity().compareTo(intent.terms().quantity()) > 0)),
    EXIT_ON_THE_SIDE_OF_ITS_ENTRY(
            "the exits of a bracket are on the other side than its entry",
            intent -> intent.contingency() == Contingency.BRACKET
                    && intent.terms() != null
                    && intent.attached().stream()
                            .anyMatch(terms -> terms.side() == intent.terms().side()));

    private final String words;
    private final Predicate<OrderIntent> isIn;

    GroupProblem(String words, Predicate<OrderIntent> isIn) {
        this.words = words;
        this.isIn = isIn;
    }

    /** What has to be otherwise. */
    public String words() {
        return words;
    }

    /** Everything that is wrong, in the order of this list; none for a single order. */
    public static List<GroupProblem> of(OrderIntent intent) {
        return Stream.of(values()).filter(problem -> problem.isIn.test(intent)).toList();
    }

    private static boolean isSplit(OrderTerms terms) {
        return terms != null && terms.algorithm() != null;
    }

    private static boolean waitsForFirst(OrderIntent intent) {
        return intent.terms() != null
                && (intent.contingency() == Contingency.OTO || intent.contingency() == Contingency.BRACKET);
    }
}
