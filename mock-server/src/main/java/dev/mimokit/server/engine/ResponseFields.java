package dev.mimokit.server.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/**
 * Header fields as Jetty writes them. Nearly all answers carry the same few, so those are encoded
 * once and kept. Thread-safe.
 */
final class ResponseFields {

  /** Most that are kept: the platform's own are about ten, the others are a script's. */
  private static final int MOST = 64;

  private final Map<Header, HttpField> known = new ConcurrentHashMap<>();

  void addTo(HttpFields.Mutable fields, List<Header> headers) {
    for (int i = 0; i < headers.size(); i++) {
      fields.add(field(headers.get(i)));
    }
  }

  private HttpField field(Header header) {
    HttpField field = known.get(header);
    if (field != null) {
      return field;
    }
    HttpField fresh = encoded(header);
    if (known.size() < MOST) {
      known.put(header, fresh);
    }
    return fresh;
  }

  /** A name that Jetty knows is written as Jetty spells it, as it does with fields not encoded. */
  private static HttpField encoded(Header header) {
    HttpHeader name = HttpHeader.CACHE.get(header.name());
    return name == null
        ? new PreEncodedHttpField(header.name(), header.value())
        : new PreEncodedHttpField(name, header.value());
  }
}
