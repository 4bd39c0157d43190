package dev.mimokit.server.wire;

import dev.mimokit.server.engine.Header;
import java.util.ArrayList;
import java.util.List;

/**
 * The header fields of responses, in order, as captured on 2026-05-10: content type, vary, server,
 * upstream status; no request id, no rate-limit fields. With fidelity off only the content type is
 * sent.
 */
public final class ResponseHeaders {

  private static final Header JSON = new Header("content-type", "application/json");
  private static final Header EVENTS = new Header("content-type", "text/event-stream");
  private static final Header ANY_ORIGIN = new Header("access-control-allow-origin", "*");

  private final List<Header> gateway;

  // Of each kind the one for browsers comes last. Made once: an engine may know a list again.
  private final List<List<Header>> json;
  private final List<List<Header>> events;
  private final List<List<Header>> error;

  /** {@code fidelity} chooses whether the gateway's own fields are sent. */
  public ResponseHeaders(boolean fidelity) {
    gateway =
        fidelity
            ? List.of(
                new Header(
                    "vary",
                    "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"),
                new Header("server", "MiFE/3.4.34"))
            : List.of();
    List<Header> upstream =
        fidelity ? join(gateway, new Header("x-mife-upstream-status", "200")) : List.of();
    json = both(JSON, upstream);
    events = both(EVENTS, upstream);
    error = both(JSON, gateway);
  }

  /** Of a successful JSON answer. */
  public List<Header> json(boolean crossOrigin) {
    return json.get(crossOrigin ? 1 : 0);
  }

  /** Of a stream. */
  public List<Header> events(boolean crossOrigin) {
    return events.get(crossOrigin ? 1 : 0);
  }

  /** Of an error. ASSUMED: the upstream's status was only ever seen on 200s. */
  public List<Header> error(boolean crossOrigin) {
    return error.get(crossOrigin ? 1 : 0);
  }

  /** Of the answer to a browser's preflight (OBSERVED 2026-10-02). */
  public List<Header> preflight() {
    List<Header> headers = new ArrayList<>(gateway);
    headers.add(ANY_ORIGIN);
    headers.add(new Header("access-control-allow-methods", "POST"));
    headers.add(new Header("access-control-allow-headers", "content-type, api-key, authorization"));
    headers.add(new Header("access-control-max-age", "1800"));
    return headers;
  }

  private static List<List<Header>> both(Header type, List<Header> rest) {
    List<Header> headers = new ArrayList<>(rest.size() + 1);
    headers.add(type);
    headers.addAll(rest);
    return List.of(List.copyOf(headers), join(headers, ANY_ORIGIN));
  }

  private static List<Header> join(List<Header> headers, Header last) {
    List<Header> joined = new ArrayList<>(headers);
    joined.add(last);
    return List.copyOf(joined);
  }
}
