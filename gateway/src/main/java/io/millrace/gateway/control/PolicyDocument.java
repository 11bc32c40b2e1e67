package io.millrace.gateway.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.core.risk.Policy;
import io.millrace.core.risk.TradingMode;
import io.millrace.gateway.json.EventTime;
import io.millrace.gateway.json.Fields;
import io.millrace.gateway.json.Json;
import java.time.Instant;

/** {@code {"mode": "NORMAL", "aggressive": {limits}, "normal": {limits}, "defensive": {limits}, "protections": {…},
 * "effectiveFrom": …}}. */
final class PolicyDocument implements Document<Policy> {
    @Override
    public String idField() {
        return "policyId";
    }

    @Override
    public String id(Policy policy) {
        return policy.policyId();
    }

    @Override
    public long version(Policy policy) {
        return policy.version();
    }

    @Override
    public long effectiveFromNanos(Policy policy) {
        return policy.effectiveFromNanos();
    }

    @Override
    public Draft<Policy> read(String id, Fields fields, Instant now) {
        var mode = fields.choice("mode", TradingMode.class);
        var aggressive = LimitsDocument.read(fields.object("aggressive", LimitsDocument.MISSING));
        var normal = LimitsDocument.read(fields.object("normal", LimitsDocument.MISSING));
        var defensive = LimitsDocument.read(fields.object("defensive", LimitsDocument.MISSING));
        var protections = ProtectionsDocument.read(fields);
        long effectiveFrom = fields.time("effectiveFrom", now);
        fields.done();
        return version -> new Policy(
                id, version, mode, aggressive.get(), normal.get(), defensive.get(), effectiveFrom, protections.get());
    }

    @Override
    public ObjectNode write(Policy policy) {
        var body = Json.object().put("mode", policy.mode().name());
        body.set("aggressive", LimitsDocument.write(policy.aggressive()));
        body.set("normal", LimitsDocument.write(policy.normal()));
        body.set("defensive", LimitsDocument.write(policy.defensive()));
        if (!policy.protections().isEmpty()) {
            body.set("protections", ProtectionsDocument.write(policy.protections()));
        }
        return body.put("effectiveFrom", EventTime.text(policy.effectiveFromNanos()));
    }
}
