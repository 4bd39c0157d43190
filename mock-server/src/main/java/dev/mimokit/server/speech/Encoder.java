package dev.mimokit.server.speech;

import java.nio.ByteBuffer;

/** Writes one frame, 576 samples, after the other; every frame takes the same number of bytes. */
interface Encoder {

  int frameBytes();

  /**
   * Writes a frame of a note. May set the byte order of the buffer.
   *
   * @param frame which one of the note's frames, from 0
   */
  void write(Note note, int frame, ByteBuffer out);
}
