package io.millrace.local.parts;

import io.millrace.local.process.Command;
import io.millrace.local.process.ProcessPart;
import io.millrace.local.setup.Installation;
import io.millrace.local.setup.LocalPort;
import io.millrace.local.setup.PortPlan;
import io.millrace.local.setup.Secrets;
import io.millrace.local.setup.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** PostgreSQL with logical decoding, on the loopback interface, with a password. */
public final class PostgresPart implements ProcessPart {
    /** User and database of the platform. */
    public static final String USER = "millrace";

    /** What is the same everywhere. */
    static final List<String> SETTINGS = List.of(
            "wal_level=logical",
            "max_replication_slots=10",
            "max_wal_senders=10",
            // A slot that nobody reads any more must not fill the disk.
            "max_slot_wal_keep_size=1GB",
            "fsync=on",
            "timezone=UTC",
            "shared_buffers=32MB",
            "max_connections=60",
            "jit=off");

    private static final String PASSWORD = "postgres-password";
    private static final String VERSION = "17";

    private final Installation installation;
    private final State state;
    private final PortPlan ports;
    private final Secrets secrets;
    private PostgresUser user;

    public PostgresPart(Installation installation, State state, PortPlan ports, Secrets secrets) {
        this.installation = installation;
        this.state = state;
        this.ports = ports;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        var password = secrets.get(PASSWORD);
        Files.createDirectories(directory());
        user = PostgresUser.here();
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            initialise(password);
        }
    }

    @Override
    public Command command() throws IOException {
        var words = new ArrayList<>(List.of(program("postgres"), "-D", data().toString()));
        var here = List.of(
                "listen_addresses=127.0.0.1",
                "port=" + ports.listening(LocalPort.POSTGRES),
                "unix_socket_directories=");
        here.forEach(setting -> words.addAll(List.of("-c", setting)));
        SETTINGS.forEach(setting -> words.addAll(List.of("-c", setting)));
        return command(words);
    }

    @Override
    public boolean isReady() throws Exception {
        Probes.connect(ports.number(LocalPort.POSTGRES));
        try (var connection = DriverManager.getConnection(url("postgres"), USER, secrets.get(PASSWORD));
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + USER + "'")) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE " + USER);
            }
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
        return true;
    }

    /** Ends sessions rather than waiting for them. */
    @Override
    public String stopSignal() {
        return "INT";
    }

    /** JDBC address of the platform's database. */
    public String url() {
        return url(USER);
    }

    /** Password of {@link #USER}. */
    public String password() throws IOException {
        return secrets.get(PASSWORD);
    }

    private String url(String database) {
        return "jdbc:postgresql://" + ports.address(LocalPort.POSTGRES) + "/" + database;
    }

    private void initialise(String password) throws IOException, InterruptedException {
        var passwordFile = directory().resolve("password");
        Files.createFile(
                passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, password);
        user.own(directory());
        try {
            OneShot.run(
                    command(List.of(
                            program("initdb"),
                            "--pgdata=" + data(),
                            "--username=" + USER,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C")),
                    state.log("postgres-initdb"));
        } finally {
            Files.delete(passwordFile);
        }
    }

    private Path directory() {
        return state.of(name());
    }

    private Path data() {
        return directory().resolve("data");
    }

    private String program(String name) throws IOException {
        var binaries =
                PostgresBinaries.unpackedTo(installation.built("infra/local").resolve("postgres-" + VERSION));
        return binaries.resolve("bin").resolve(name).toString();
    }

    private Command command(List<String> words) {
        var all = new ArrayList<>(user.prefix());
        all.addAll(words);
        return new Command(all, new TreeMap<>(), directory());
    }
}
