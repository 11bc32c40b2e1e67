/** Statistics of the closes of one instrument, and of two together. */
package io.millrace.core.indicator.statistic;
