package io.millrace.gateway.api;

import io.millrace.gateway.http.Endpoint;
import java.util.List;

/** The endpoints of one resource. */
public interface Routes {
    List<Endpoint> endpoints();
}
