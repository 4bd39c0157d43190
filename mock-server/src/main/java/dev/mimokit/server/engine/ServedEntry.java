package dev.mimokit.server.engine;

import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.UUID;

/** A request that WireMock answered. */
record ServedEntry(ServeEvent event) implements JournalEntry {

  /** Headers, matching details and the objects around them: ASSUMED. */
  private static final int SHELL_BYTES = 4096;

  @Override
  public UUID id(long sequence) {
    return event.getId();
  }

  @Override
  public ServeEvent event(long sequence) {
    return event;
  }

  @Override
  public long weight() {
    return SHELL_BYTES + length(event.getRequest().getBody()) + responseLength();
  }

  private long responseLength() {
    return event.getResponse() == null ? 0 : length(event.getResponse().getBody());
  }

  private static long length(byte[] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
