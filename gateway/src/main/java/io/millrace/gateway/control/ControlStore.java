package io.millrace.gateway.control;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.millrace.gateway.problem.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transactions on the database of decisions. While Postgres is away every use fails at once with a problem (503); a
 * probe finds it again, and prepares the schema and the outbox the first time it does.
 */
public final class ControlStore implements AutoCloseable {
    /** Connections, and so writes at once. */
    public static final int CONNECTIONS = 8;

    private static final Logger LOG = LoggerFactory.getLogger(ControlStore.class);
    private static final long PROBE_MILLIS = 1_000;
    /** Classes of SQLSTATE that tell of the server's state, not of the statement: connection, rollback, resources, operator. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "55", "57");

    private final HikariDataSource pool;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread prober = new Thread(this::probeUntilClosed, "postgres-probe");
    private boolean prepared;
    private String told = "";
    private volatile boolean available;

    /** Work within a transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private ControlStore(HikariDataSource pool) {
        this.pool = pool;
    }

    /** Opens the store; it is available once its probe has reached the database. */
    public static ControlStore open(String jdbcUrl, String user, String password) {
        var config = new HikariConfig();
        config.setPoolName("control");
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(2_000);
        config.setValidationTimeout(1_000);
        config.addDataSourceProperty("ApplicationName", "millrace-gateway");
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("socketTimeout", "15");
        config.addDataSourceProperty("options", "-c statement_timeout=10s -c lock_timeout=5s");
        var store = new ControlStore(new HikariDataSource(config));
        store.prober.start();
        return store;
    }

    public boolean isAvailable() {
        return available;
    }

    /** Reads, each statement on its own. */
    public <T> T read(Work<T> work) {
        requireAvailable();
        try (var connection = pool.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Commits what the work did, or nothing of it if it throws. */
    public <T> T write(Work<T> work) {
        requireAvailable();
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private void requireAvailable() {
        if (!available) {
            throw unavailable();
        }
    }

    private static RuntimeException failure(SQLException e) {
        var state = e.getSQLState();
        boolean passing = state != null && state.length() == 5 && PASSING_CLASSES.contains(state.substring(0, 2));
        if (passing || e instanceof SQLTransientConnectionException) {
            LOG.warn("Postgres cannot serve a request now: {}", e.getMessage());
            return unavailable();
        }
        return new IllegalStateException("a statement failed: " + e.getMessage(), e);
    }

    private static RuntimeException unavailable() {
        return Problem.unavailable("DATABASE_UNAVAILABLE", "the database cannot be reached; nothing was decided")
                .exception();
    }

    private void probeUntilClosed() {
        try {
            do {
                probe();
            } while (!closed.await(PROBE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void probe() {
        boolean reached;
        try (var connection = pool.getConnection()) {
            if (!prepared) {
                migrate();
                OutboxSlot.ensureBeforeFirstRow(connection);
                prepared = true;
            }
            reached = connection.isValid(1);
        } catch (SQLException | RuntimeException e) {
            reached = false;
            tell(e.getMessage());
        }
        if (reached) {
            tell("available");
        }
        available = reached;
    }

    /** Once, until there is something else to tell. */
    private void tell(String state) {
        if (!state.equals(told)) {
            LOG.info("Postgres: {}", state);
            told = state;
        }
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(pool)
                .schemas("control")
                .locations("classpath:db/control")
                .load()
                .migrate();
    }

    @Override
    public void close() {
        closed.countDown();
        prober.interrupt();
        pool.close();
    }
}
