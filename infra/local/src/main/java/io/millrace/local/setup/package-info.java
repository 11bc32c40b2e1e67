/** Where things are on this machine: the build's results, the state, the secrets, the ports. */
package io.millrace.local.setup;
