/** Candles: averaged ones, and the patterns that they form. */
package io.millrace.core.indicator.pattern;
