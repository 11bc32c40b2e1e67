/** Moving averages. */
package io.millrace.core.indicator.average;
