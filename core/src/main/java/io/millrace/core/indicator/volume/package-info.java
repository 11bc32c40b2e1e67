/** Indicators of volume. */
package io.millrace.core.indicator.volume;
