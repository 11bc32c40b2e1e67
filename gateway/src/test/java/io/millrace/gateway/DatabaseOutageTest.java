package io.millrace.gateway;

import static io.millrace.gateway.ControlApiTest.assertProblem;
import static io.millrace.gateway.TestGateway.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseOutageTest {
    @TempDir
    private Path directory;

    @Test
    void refusesWhileTheDatabaseIsAwayAndRecoversWithoutARestart() throws IOException {
        var postgres = start(0);
        int port = postgres.getPort();
        try (var gateway = new TestGateway(postgres.getJdbcUrl(Databases.USER, "postgres"), true)) {
            Bodies.putBasics(gateway);
            postgres.close();

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> gateway.get("/health").statusCode() == 503);
            var refused = gateway.put("/v1/policies/careful", Bodies.POLICY);
            assertProblem(refused, 503, "DATABASE_UNAVAILABLE", "");
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(json(gateway.get("/health")).at("/details/database").textValue())
                    .isEqualTo("DOWN");
            assertThat(gateway.get("/v1/positions").statusCode()).isEqualTo(200);

            postgres = start(port);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> gateway.get("/health").statusCode() == 200);
            assertThat(json(gateway.put("/v1/policies/careful", Bodies.POLICY))
                            .get("version")
                            .longValue())
                    .isEqualTo(2);
        } finally {
            postgres.close();
        }
    }

    private EmbeddedPostgres start(int port) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(false)
                .setServerConfig("wal_level", "logical")
                .setServerConfig("synchronous_commit", "on");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }
}
