package io.millrace.schemas;

import static io.millrace.schemas.UndecodableException.invalid;

import io.millrace.core.money.Price;
import io.millrace.core.risk.CheckResult;
import io.millrace.core.risk.Policy;
import io.millrace.core.risk.RiskCode;
import io.millrace.core.risk.RiskDecision;
import io.millrace.core.risk.TradingMode;
import io.millrace.schemas.UndecodableException.Code;

/** Risk decisions and policies to Avro and back. */
final class RiskCodecs {
    private static final Symbols<TradingMode, io.millrace.avro.TradingMode> MODE =
            Symbols.between(TradingMode.class, io.millrace.avro.TradingMode.class);

    private RiskCodecs() {}

    static io.millrace.avro.RiskDecision decision(RiskDecision decision) {
        var avro = new io.millrace.avro.RiskDecision();
        avro.setIntentId(decision.intent().intentId());
        avro.setAccountId(decision.intent().accountId());
        avro.setIntent(OrderCodecs.intent(decision.intent()));
        avro.setApproved(decision.approved());
        avro.setOrderId(decision.orderId());
        avro.setChecks(decision.checks().stream().map(RiskCodecs::check).toList());
        avro.setPolicyId(decision.policyId());
        avro.setPolicyVersion(decision.policyVersion());
        avro.setMode(MODE.toAvroOrNull(decision.mode()));
        avro.setMark(Fields.unitsOrNull(decision.mark()));
        avro.setMarkTimeNanos(decision.markTimeNanos());
        avro.setDecidedAtNanos(decision.decidedAtNanos());
        avro.setClockWaitExceeded(decision.clockWaitExceeded());
        return avro;
    }

    static RiskDecision decision(io.millrace.avro.RiskDecision avro) {
        if (avro.getApproved() && avro.getOrderId() == null) {
            throw invalid("orderId", "present in an approval", "absent");
        }
        return new RiskDecision(
                OrderCodecs.intent(avro.getIntent()),
                avro.getApproved(),
                avro.getOrderId(),
                avro.getChecks().stream().map(RiskCodecs::check).toList(),
                avro.getPolicyId(),
                avro.getPolicyVersion(),
                MODE.toCoreOrNull(avro.getMode()),
                avro.getMark() == null ? null : new Price(avro.getMark()),
                avro.getMarkTimeNanos(),
                avro.getDecidedAtNanos(),
                avro.getClockWaitExceeded());
    }

    static io.millrace.avro.Policy policy(Policy policy) {
        var avro = new io.millrace.avro.Policy();
        avro.setPolicyId(policy.policyId());
        avro.setVersion(policy.version());
        avro.setMode(MODE.toAvro(policy.mode()));
        avro.setAggressive(LimitsCodecs.limits(policy.aggressive()));
        avro.setNormal(LimitsCodecs.limits(policy.normal()));
        avro.setDefensive(LimitsCodecs.limits(policy.defensive()));
        avro.setEffectiveFromNanos(policy.effectiveFromNanos());
        avro.setProtections(
                policy.protections().stream().map(ProtectionCodecs::protection).toList());
        return avro;
    }

    static Policy policy(io.millrace.avro.Policy avro) {
        return new Policy(
                avro.getPolicyId(),
                avro.getVersion(),
                MODE.toCore(avro.getMode()),
                LimitsCodecs.limits(avro.getAggressive()),
                LimitsCodecs.limits(avro.getNormal()),
                LimitsCodecs.limits(avro.getDefensive()),
                avro.getEffectiveFromNanos(),
                avro.getProtections().stream().map(ProtectionCodecs::protection).toList());
    }

    private static io.millrace.avro.CheckResult check(CheckResult check) {
        var avro = new io.millrace.avro.CheckResult();
        avro.setCode(check.code().name());
        avro.setNumber(check.code().number());
        avro.setPassed(check.passed());
        avro.setActual(check.actual());
        avro.setLimit(check.limit());
        avro.setUnit(check.unit());
        return avro;
    }

    private static CheckResult check(io.millrace.avro.CheckResult avro) {
        return new CheckResult(
                code(avro.getCode()), avro.getPassed(), avro.getActual(), avro.getLimit(), avro.getUnit());
    }

    private static RiskCode code(String name) {
        try {
            return RiskCode.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new UndecodableException(
                    Code.UNKNOWN_SYMBOL, "checks.code '" + name + "' is one that this version does not know", e);
        }
    }
}
