/** The gateway's REST API from the outside: a request in, JSON or one line of objections out. */
package io.millrace.local.gateway;
