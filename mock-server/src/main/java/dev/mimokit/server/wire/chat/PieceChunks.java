package dev.mimokit.server.wire.chat;

import dev.mimokit.server.call.Piece;
import dev.mimokit.server.wire.TextFrame;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The chunks of one stream that carry its pieces. Nearly all of them differ in a word and the
 * second only; the frame around these is written once. Used by one thread at a time.
 */
final class PieceChunks {

  private static final ByteBuffer NONE = ByteBuffer.allocate(0);

  private final ChunkWriter chunks;
  private Optional<TextFrame> said = Optional.empty();
  private Optional<TextFrame> thought = Optional.empty();

  /**
   * Every chunk in its turn: at thousands of streams a second, new memory costs more than all else.
   */
  private ByteBuffer room = NONE;

  PieceChunks(ChunkWriter chunks) {
    this.chunks = chunks;
  }

  /** The chunk of a piece; it stays as it is until the next call. */
  ByteBuffer chunk(long created, Piece piece) {
    if (piece instanceof Piece.Said word && TextFrame.isPlain(word.text())) {
      return framed(said(), word.text(), created);
    }
    if (piece instanceof Piece.Thought word && TextFrame.isPlain(word.text())) {
      return framed(thought(), word.text(), created);
    }
    return ByteBuffer.wrap(chunks.piece(created, piece));
  }

  private ByteBuffer framed(TextFrame frame, String text, long created) {
    room = frame.with(text, created, room);
    return room;
  }

  private TextFrame said() {
    if (said.isEmpty()) {
      said = Optional.of(frame(new Piece.Said(TextFrame.SAMPLE, 0)));
    }
    return said.get();
  }

  private TextFrame thought() {
    if (thought.isEmpty()) {
      thought = Optional.of(frame(new Piece.Thought(TextFrame.SAMPLE, 0)));
    }
    return thought.get();
  }

  private TextFrame frame(Piece sample) {
    return new TextFrame(chunks.piece(TextFrame.SAMPLE_NUMBER, sample));
  }
}
