package io.millrace.core.order;

/** How the orders of a group depend on each other. */
public enum Contingency {
    /** One cancels the others: a fill of one cancels the rest. */
    OCO,
    /** One triggers the others: the attached orders wait for the first one to fill. */
    OTO,
    /** The attached orders are exits: they wait for the first one to fill, and then a fill of one reduces the others. */
    BRACKET
}
