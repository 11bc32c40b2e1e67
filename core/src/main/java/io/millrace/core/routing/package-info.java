/**
 * Which venue an order goes to.
 *
 * <pre>
 * ApprovedOrder ─► Router ─► VenueCommand (venue)
 * </pre>
 */
package io.millrace.core.routing;
