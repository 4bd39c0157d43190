package dev.mimokit.server.engine;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Jetty's side of one exchange; {@code done} is completed once, after the last byte. */
record Wire(Request request, Response response, Callback done) {}
