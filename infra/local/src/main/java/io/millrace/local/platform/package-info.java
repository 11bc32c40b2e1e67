/** The running platform: takes the state for itself, checks the ports, starts the parts, stops them. */
package io.millrace.local.platform;
