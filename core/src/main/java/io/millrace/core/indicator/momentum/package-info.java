/** Oscillators of momentum. */
package io.millrace.core.indicator.momentum;
