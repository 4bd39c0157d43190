package dev.mimokit.server.engine;

import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.UUID;

/** One place in the {@link RingJournal}: a request that the lane or WireMock answered. */
interface JournalEntry {

  /** Its name in the admin API, given its place in the order of all requests. */
  UUID id(long sequence);

  /** Bytes to charge to the journal's budget. */
  long weight();

  /** The entry as WireMock reads it; may be worked out at each call. */
  ServeEvent event(long sequence);
}
