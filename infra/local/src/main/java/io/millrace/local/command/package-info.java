/** The commands of {@code ./millrace}, one class each: options in, one call, lines out. */
package io.millrace.local.command;
