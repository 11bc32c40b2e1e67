package io.millrace.gateway.api;

import io.millrace.gateway.problem.Problem;
import java.util.function.BooleanSupplier;

/**
 * Keeps half-read views from being taken for whole ones.
 *
 * @param views whether they are loaded
 */
public record Loaded(BooleanSupplier views) {
    void require() {
        if (!views.getAsBoolean()) {
            throw Problem.unavailable("VIEWS_LOADING", "orders and positions are still being read from the topics")
                    .exception();
        }
    }
}
