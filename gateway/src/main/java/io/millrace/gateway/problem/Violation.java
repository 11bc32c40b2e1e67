package io.millrace.gateway.problem;

/**
 * One thing that is wrong with a request.
 *
 * @param field JSON pointer (RFC 6901) of the field in the body, or the name of a header or parameter
 * @param code stable, for machines
 * @param detail for people
 * @param actual what was found, empty if nothing was
 * @param limit what is asked for, empty if there is no such thing
 */
public record Violation(String field, String code, String detail, String actual, String limit) {}
