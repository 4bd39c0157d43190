package dev.mimokit.server.speech;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Renders a recording piece by piece. Not thread-safe. */
final class Chunks implements Iterator<byte[]> {

  private final Encoder encoder;
  private final int framesPerChunk;
  private final Iterator<Note> notes;
  private byte[] header;
  private int framesLeft;
  private Note note = Note.rest(1);
  private int frame = 1;

  Chunks(Recording recording, SpeechFormat format, int framesPerChunk) {
    this.encoder = format.encoder();
    this.framesPerChunk = framesPerChunk;
    this.notes = new Melody(recording.text(), recording.voice());
    this.header = format.header(recording.soundBytes(format));
    this.framesLeft = recording.frames();
  }

  @Override
  public boolean hasNext() {
    return framesLeft > 0;
  }

  @Override
  public byte[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the recording is over");
    }
    int frames = Math.min(framesPerChunk, framesLeft);
    ByteBuffer out = ByteBuffer.allocate(header.length + frames * encoder.frameBytes());
    out.put(header);
    header = new byte[0];
    for (int i = 0; i < frames; i++) {
      writeFrame(out);
    }
    return out.array();
  }

  private void writeFrame(ByteBuffer out) {
    if (frame == note.frames()) {
      note = notes.next().atMost(framesLeft);
      frame = 0;
    }
    encoder.write(note, frame++, out);
    framesLeft--;
  }
}
