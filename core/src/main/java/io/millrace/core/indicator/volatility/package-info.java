/** Measures of volatility, bands and channels. */
package io.millrace.core.indicator.volatility;
