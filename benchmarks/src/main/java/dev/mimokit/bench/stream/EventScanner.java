package dev.mimokit.bench.stream;

import java.nio.ByteBuffer;

/**
 * Finds the ends of events, and of the answer, in the bytes of a chunked HTTP answer without taking
 * it apart: an empty line without carriage returns stands nowhere but after an event, as JSON
 * escapes its line feeds.
 */
final class EventScanner {

  private static final long EVENT = 0x0A0AL;
  private static final long EVENT_MASK = 0xFFFFL;

  /** {@code \r\n0\r\n\r\n}: the last chunk. */
  private static final long LAST = 0x0D0A300D0A0D0AL;

  private static final long LAST_MASK = 0xFFFFFFFFFFFFFFL;
  private static final int BYTE = 8;
  private static final int LOW = 0xFF;
  private static final String OK = "HTTP/1.1 200 ";

  private final StringBuilder head = new StringBuilder(OK.length());
  private long tail;
  private boolean ended;

  /** Reads all that is left in the buffer; how many events ended in it. */
  int scan(ByteBuffer bytes) {
    int events = 0;
    while (bytes.hasRemaining()) {
      int next = bytes.get() & LOW;
      if (head.length() < OK.length()) {
        head.append((char) next);
      }
      tail = tail << BYTE | next;
      if ((tail & EVENT_MASK) == EVENT) {
        events++;
      }
      ended |= (tail & LAST_MASK) == LAST;
    }
    return events;
  }

  /** Whether the answer is over. */
  boolean ended() {
    return ended;
  }

  /** Whether what was seen so far is the beginning of a 200. */
  boolean accepted() {
    return OK.startsWith(head.toString());
  }

  /** The beginning of the answer, for a complaint. */
  String head() {
    return head.toString().strip();
  }
}
