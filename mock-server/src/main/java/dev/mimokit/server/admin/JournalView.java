package dev.mimokit.server.admin;

import dev.mimokit.core.journal.Journal;
import dev.mimokit.core.journal.JournalCodec;
import dev.mimokit.core.journal.JournalEvent;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A part of the journal as JSON lines, and the number to go on from. */
record JournalView(String lines, long next) {

  static JournalView of(Journal journal, JournalQuery query) {
    List<Journal.Numbered> all = journal.after(0);
    StringBuilder lines = new StringBuilder();
    Set<Long> exchanges = new HashSet<>();
    long next = query.after();
    for (Journal.Numbered entry : all) {
      boolean wanted = belongs(entry.event(), query, exchanges);
      if (entry.number() > query.after()) {
        next = entry.number();
        if (wanted) {
          lines.append(JournalCodec.line(entry.event())).append('\n');
        }
      }
    }
    return new JournalView(lines.toString(), next);
  }

  /** Only the first event of an attempt names the account; the others share its number. */
  private static boolean belongs(JournalEvent event, JournalQuery query, Set<Long> exchanges) {
    if (query.account().isEmpty()) {
      return true;
    }
    if (event instanceof JournalEvent.Received received
        && received.account().equals(query.account().get())) {
      exchanges.add(received.exchange());
    }
    return event instanceof JournalEvent.Served served && exchanges.contains(served.exchange());
  }

  byte[] body() {
    return lines.getBytes(StandardCharsets.UTF_8);
  }
}
