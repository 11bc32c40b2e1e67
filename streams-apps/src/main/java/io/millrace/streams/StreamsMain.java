package io.millrace.streams;

import io.millrace.schemas.ConfluentRegistry;
import io.millrace.schemas.process.InvalidSettingsException;
import io.millrace.schemas.process.Settings;
import io.millrace.streams.runtime.StreamsSettings;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs stages in one process until it is told to end: {@code StreamsMain --stages risk,routing,papervenue,portfolio}.
 * Settings come from the environment ({@link StreamsSettings}).
 */
public final class StreamsMain {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsMain.class);
    private static final int FAILED = 1;
    private static final int BAD_USAGE = 2;
    private static final String USAGE =
            """
            usage: StreamsMain --stages STAGE[,STAGE...]
              stages: risk,routing (one app and one transaction), papervenue, portfolio
              example: MILLRACE_KAFKA=127.0.0.1:9092 MILLRACE_REGISTRY=http://127.0.0.1:8082/apis/ccompat/v7 \\
                       MILLRACE_STATE=var/streams StreamsMain --stages risk,routing,papervenue,portfolio
            """;

    private StreamsMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.print(USAGE);
            return;
        }
        if (arguments.length != 2 || !arguments[0].equals("--stages")) {
            System.err.print(USAGE);
            System.exit(BAD_USAGE);
        }
        try {
            var stages = Stage.parse(arguments[1]);
            var environment = Settings.ofEnvironment();
            var settings = StreamsSettings.read(environment);
            environment.check();
            StreamsProcess.runToTheEnd(stages, settings, ConfluentRegistry.at(settings.registry()));
        } catch (InvalidSettingsException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(BAD_USAGE);
        } catch (RuntimeException e) {
            LOG.error("ends", e);
        }
        System.exit(FAILED);
    }
}
