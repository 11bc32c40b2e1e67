package io.millrace.local.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.local.setup.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;

/** {@code infra/compose.yml} and what it refers to. */
final class ComposeFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root = Installation.find().root();
    private final JsonNode file = yaml("infra/compose.yml");

    JsonNode json() {
        return file;
    }

    SortedSet<String> services() {
        return names(file.path("services"));
    }

    JsonNode service(String name) {
        return file.path("services").path(name);
    }

    SortedMap<String, String> environment(String service) {
        var variables = new TreeMap<String, String>();
        service(service)
                .path("environment")
                .properties()
                .forEach(entry -> variables.put(entry.getKey(), entry.getValue().asText()));
        return variables;
    }

    List<String> command(String service) {
        return texts(service(service).path("command"));
    }

    SortedSet<String> dependencies(String service) {
        var dependencies = service(service).path("depends_on");
        return dependencies.isArray() ? new TreeSet<>(texts(dependencies)) : names(dependencies);
    }

    List<String> ports(String service) {
        return texts(service(service).path("ports"));
    }

    /** Addresses by job of Prometheus. */
    SortedMap<String, String> scraped() {
        var addresses = new TreeMap<String, String>();
        for (var job : yaml("infra/prometheus/prometheus.yml").path("scrape_configs")) {
            addresses.put(
                    job.path("job_name").asText(),
                    job.path("static_configs").path(0).path("targets").path(0).asText());
        }
        return addresses;
    }

    /** A version of the root pom. */
    String version(String property) {
        return text("pom.xml").replaceAll("(?s).*<" + property + ">(.*?)</" + property + ">.*", "$1");
    }

    String text(String name) {
        try {
            return Files.readString(root.resolve(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode yaml(String name) {
        Map<String, Object> content = new Yaml().load(text(name));
        return JSON.valueToTree(content);
    }

    private static SortedSet<String> names(JsonNode node) {
        var names = new TreeSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
