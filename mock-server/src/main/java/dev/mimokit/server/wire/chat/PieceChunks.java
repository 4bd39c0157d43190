package dev.mimokit.server.wire.chat;

import dev.mimokit.server.call.Piece;
import dev.mimokit.server.wire.TextFrame;
import java.util.Optional;
import java.util.function.Function;

/**
 * The chunks of one stream that carry its pieces. Nearly all of them differ in a word only; the
 * frame around it is kept for as long as {@code created} stays the same. Used by one thread at a
 * time.
 */
final class PieceChunks {

  private final ChunkWriter chunks;
  private final Framed said = new Framed(text -> new Piece.Said(text, 0));
  private final Framed thought = new Framed(text -> new Piece.Thought(text, 0));

  PieceChunks(ChunkWriter chunks) {
    this.chunks = chunks;
  }

  byte[] chunk(long created, Piece piece) {
    if (piece instanceof Piece.Said word) {
      return said.chunk(created, word.text());
    }
    return piece instanceof Piece.Thought word
        ? thought.chunk(created, word.text())
        : chunks.piece(created, piece);
  }

  /** One kind of piece. */
  private final class Framed {

    private final Function<String, Piece> maker;
    private Optional<TextFrame> frame = Optional.empty();
    private long created;

    Framed(Function<String, Piece> maker) {
      this.maker = maker;
    }

    byte[] chunk(long due, String text) {
      return frame(due).with(text).orElseGet(() -> chunks.piece(due, maker.apply(text)));
    }

    private TextFrame frame(long due) {
      if (frame.isEmpty() || due != created) {
        created = due;
        frame = Optional.of(new TextFrame(chunks.piece(due, maker.apply(TextFrame.SAMPLE))));
      }
      return frame.get();
    }
  }
}
