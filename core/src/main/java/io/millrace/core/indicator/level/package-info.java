/** Price levels: those of the session before and those where the price turned; each known when it is told, never repainted. */
package io.millrace.core.indicator.level;
