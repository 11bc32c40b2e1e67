package io.millrace.verification.history;

import java.util.List;

/** One promise, held against a history. Pure. */
public interface Checker {
    /** What it promises, in a sentence. */
    String promise();

    /** Every place where the promise is broken; empty if it holds, and where the history lacks what it is about. */
    List<Violation> check(History history);
}
