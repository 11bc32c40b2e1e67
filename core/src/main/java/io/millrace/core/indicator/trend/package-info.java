/** Indicators of trend: its strength, its direction and where it would turn. */
package io.millrace.core.indicator.trend;
