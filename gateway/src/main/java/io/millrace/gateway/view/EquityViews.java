package io.millrace.gateway.view;

import io.millrace.core.portfolio.EquityPoint;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The latest worth of each account. */
public final class EquityViews {
    private final Map<String, EquityPoint> points = new ConcurrentHashMap<>();

    public void changed(EquityPoint point) {
        points.put(point.accountId(), point);
    }

    public Optional<EquityPoint> latest(String accountId) {
        return Optional.ofNullable(points.get(accountId));
    }
}
