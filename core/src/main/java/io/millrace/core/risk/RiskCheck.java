package io.millrace.core.risk;

/**
 * One thing that risk looks at. It objects or not, it never throws, and it says what it measured.
 *
 * <p>A check that does not apply, or that lacks what it needs, passes with nothing measured: what is missing is objected
 * to by the check that asks for it (an unknown instrument by {@link KnownInstrument}, a missing price by {@link
 * FreshPrice}), once.
 *
 * <p>A check of something that need not be configured, or that hardly any order can violate, says nothing (null) where it
 * does not apply: a decision lists what was looked at.
 */
interface RiskCheck {
    /** What it measured; null if it does not apply and is not to be listed. */
    CheckResult of(RiskCase order);
}
