package io.millrace.gateway.view;

import io.millrace.core.portfolio.AccountPosition;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;

/** The latest position of each account in each instrument. */
public final class PositionViews {
    private final ConcurrentNavigableMap<String, AccountPosition> positions = new ConcurrentSkipListMap<>();

    public void changed(AccountPosition position) {
        positions.put(position.key(), position);
    }

    /** By account, then instrument. */
    public List<AccountPosition> all(Predicate<AccountPosition> wanted) {
        return positions.values().stream().filter(wanted).toList();
    }
}
