package io.millrace.local.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The part of Flink's REST API that starting jobs takes. */
public final class FlinkRest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> ENDED = Set.of("FAILED", "CANCELED", "FINISHED", "SUSPENDED");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String base;

    /** @param base of the dashboard, {@code http://host:port} */
    public FlinkRest(String base) {
        this.base = base;
    }

    /**
     * Makes a jar known to the cluster; one that is known by that name is not sent again.
     *
     * @param name tells versions of the jar apart
     * @return the jar's id
     */
    public String upload(Path jar, String name) throws IOException, InterruptedException {
        for (var known : get("/jars").path("files")) {
            if (known.path("name").asText().equals(name)) {
                return known.path("id").asText();
            }
        }
        var boundary = "millrace-" + Long.toHexString(System.nanoTime());
        var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"" + name
                + "\"\r\nContent-Type: application/x-java-archive\r\n\r\n";
        var body = BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofFile(jar),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n", StandardCharsets.UTF_8));
        var answer = send(request("/jars/upload")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body));
        return Path.of(answer.path("filename").asText()).getFileName().toString();
    }

    /**
     * Starts a job of a jar.
     *
     * @param jobId the id it gets: 32 hexadecimal digits
     * @param restoreFrom the checkpoint or savepoint it continues from; taken over: the job removes it when it is
     *     outdated
     */
    public void run(String jarId, String jobId, String entryClass, List<String> arguments, Optional<Path> restoreFrom)
            throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("entryClass", entryClass).put("jobId", jobId);
        var list = body.putArray("programArgsList");
        arguments.forEach(list::add);
        restoreFrom.ifPresent(
                path -> body.put("savepointPath", path.toUri().toString()).put("claimMode", "CLAIM"));
        send(request("/jars/" + jarId + "/run")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** The id of the job of that name that has not ended. */
    public Optional<String> find(String jobName) throws IOException, InterruptedException {
        for (var job : get("/jobs/overview").path("jobs")) {
            if (job.path("name").asText().equals(jobName)
                    && !ENDED.contains(job.path("state").asText())) {
                return Optional.of(job.path("jid").asText());
            }
        }
        return Optional.empty();
    }

    /**
     * Whether every task of a job runs.
     *
     * @throws IOException the job has ended
     */
    public boolean isRunning(String jobId) throws IOException, InterruptedException {
        var job = get("/jobs/" + jobId);
        var state = job.path("state").asText();
        if (ENDED.contains(state)) {
            throw new IOException("job " + job.path("name").asText() + " is " + state);
        }
        boolean all = state.equals("RUNNING");
        for (var vertex : job.path("vertices")) {
            all &= vertex.path("status").asText().equals("RUNNING");
        }
        return all;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("Flink answered " + answer.statusCode() + ": " + firstError(answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    /** Flink reports an error as its stack trace; the innermost cause says most. */
    private static String firstError(String body) throws IOException {
        var errors = JSON.readTree(body).path("errors");
        var text = errors.path(errors.size() - 1).asText(body);
        var causes = text.lines().filter(line -> line.startsWith("Caused by: ")).toList();
        return causes.isEmpty()
                ? text.lines().findFirst().orElse("")
                : causes.get(causes.size() - 1).substring("Caused by: ".length());
    }
}
