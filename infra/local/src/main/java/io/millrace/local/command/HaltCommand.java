package io.millrace.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code millrace halt}. */
@Command(
        name = "halt",
        description = "Switches policies to HALTED: no orders any more, cancels pass.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./millrace halt"})
public final class HaltCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "POLICY", description = "Which policies. Default: all.")
    private List<String> policies = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        var gateway = Here.gateway();
        if (policies.isEmpty()) {
            gateway.send("GET", "/v1/policies", Optional.empty(), Optional.empty())
                    .path("policies")
                    .forEach(policy -> policies.add(policy.path("policyId").asText()));
        }
        var body = new ObjectMapper().createObjectNode().put("mode", "HALTED");
        for (var policy : policies) {
            gateway.send("PUT", "/v1/policies/" + policy + "/mode", Optional.of(body), Optional.empty());
            System.out.println(policy + " is HALTED");
        }
        return 0;
    }
}
