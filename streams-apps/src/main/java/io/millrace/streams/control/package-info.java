/**
 * What people decided, as every stage sees it.
 *
 * <pre>
 * control.* (compacted, id@version) ─► ControlProcessor ─► ControlVersions (all versions) ─► at(id, event time)
 * </pre>
 */
package io.millrace.streams.control;
