package io.millrace.streams.risk;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.risk.Exit;
import io.millrace.core.risk.RiskAccount;
import io.millrace.core.risk.TrackRecord;
import io.millrace.streams.avro.ExitState;
import io.millrace.streams.avro.ExitsState;
import io.millrace.streams.state.SortedKey;
import io.millrace.streams.state.StateFormat;
import io.millrace.streams.state.StateReader;
import io.millrace.streams.state.StateSection;
import io.millrace.streams.state.StepState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The exits that accounts remember, in blocks of a few that follow each other: an account changes with every order, and of
 * its many exits only the latest does.
 */
final class ExitsStore implements StepState {
    private final StateSection section;
    private final Map<String, ExitBlocks> accounts = new HashMap<>();
    private final TreeSet<String> changed = new TreeSet<>();

    ExitsStore(StateSection section) {
        this.section = section;
        var reader = new StateReader<>(ExitsState.class, ExitsState.getClassSchema());
        section.forEach(bytes -> {
            var block = reader.read(bytes);
            of(block.getAccountId()).load(block.getExits());
        });
    }

    /** The format of accounts without their exits, which are added when one is read. */
    StateFormat<RiskAccount> with(StateFormat<RiskAccount> format) {
        return new StateFormat<>() {
            @Override
            public byte[] encode(RiskAccount account) {
                return format.encode(account);
            }

            @Override
            public RiskAccount decode(byte[] bytes) {
                var account = format.decode(bytes);
                var kept = accounts.get(account.accountId());
                return kept == null ? account : account.with(account.track().with(kept.exits()));
            }
        };
    }

    /** An account's exits as they are now. */
    void put(String accountId, List<Exit> exits) {
        if (!exits.isEmpty() && of(accountId).become(exits)) {
            changed.add(accountId);
        }
    }

    @Override
    public void write() {
        for (var account : changed) {
            of(account)
                    .write(
                            (first, block) -> section.put(key(account, first), block),
                            first -> section.delete(key(account, first)));
        }
        changed.clear();
    }

    static Exit exit(ExitState exit) {
        return new Exit(InstrumentId.of(exit.getInstrument()), exit.getNanos(), new Money(exit.getProfit()));
    }

    private SortedKey key(String account, long first) {
        return section.key().text(account).number(first);
    }

    private ExitBlocks of(String account) {
        return accounts.computeIfAbsent(account, any -> new ExitBlocks(account, TrackRecord.EXITS));
    }
}
