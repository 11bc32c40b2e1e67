/**
 * JSON as the gateway speaks it: decimals are strings, times are ISO-8601 with up to nine digits of a second, durations
 * are ISO-8601.
 *
 * <pre>
 * bytes ─► Json (strict syntax) ─► Fields (typed, all violations together) ─► the domain
 * </pre>
 */
package io.millrace.gateway.json;
