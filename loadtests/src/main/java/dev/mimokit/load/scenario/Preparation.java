package dev.mimokit.load.scenario;

import java.net.URI;

/**
 * One POST sent right before a load starts, for example to restore a limiter's phase. Sent by the
 * load itself, so that the phase does not age while a JVM starts.
 *
 * @param url absolute, http
 * @param body JSON, sent as it is
 */
public record Preparation(String url, String body) {

  /** Refuses what is not an absolute http URL. */
  public Preparation {
    if (!"http".equals(URI.create(url).getScheme())) {
      throw new IllegalArgumentException("url must be absolute and http: " + url);
    }
  }
}
