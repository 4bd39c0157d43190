package dev.mimokit.server.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The events of one streamed answer, in order. Called by one thread at a time. */
public interface Events {

  /** How many there are, the terminator included. */
  int count();

  /**
   * One event with its separator, ready to be written; it stays as it is until the next call, which
   * may use the same memory.
   *
   * @param created seconds since 1970 at which it is due: the platform changes {@code created}
   *     within a stream, whatever its schema says (OBSERVED)
   */
  ByteBuffer event(int index, long created);

  /** How many pieces of the answer the first {@code count} events have brought. */
  int piecesWithin(int count);

  /** An error in the place of an event, as this dialect frames it; {@code json} is an object. */
  default byte[] error(String json) {
    return ("data: " + json + "\n\n").getBytes(StandardCharsets.UTF_8);
  }
}
