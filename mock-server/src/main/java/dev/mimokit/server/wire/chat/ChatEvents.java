package dev.mimokit.server.wire.chat;

import dev.mimokit.server.call.Piece;
import dev.mimokit.server.quirk.Quirks;
import dev.mimokit.server.wire.Events;
import dev.mimokit.server.wire.Spoken;
import java.nio.ByteBuffer;
import java.util.List;

/** One streamed chat answer: role, pieces, finish, usage where it is told, terminator. */
final class ChatEvents implements Events {

  /** Role before the pieces; finish and terminator after them. */
  private static final int FRAME = 3;

  private final Spoken spoken;
  private final Quirks quirks;
  private final List<Piece> pieces;
  private final ChunkWriter chunks;
  private final PieceChunks pieceChunks;

  ChatEvents(Spoken spoken, Quirks quirks) {
    this.spoken = spoken;
    this.quirks = quirks;
    this.pieces = spoken.utterance().pieces();
    this.chunks = new ChunkWriter(spoken.id(), spoken.model());
    this.pieceChunks = new PieceChunks(chunks);
  }

  @Override
  public int count() {
    return pieces.size() + FRAME + (usageTold() ? 1 : 0);
  }

  private boolean usageTold() {
    return spoken.ask().usageTold();
  }

  @Override
  public ByteBuffer event(int index, long created) {
    return index > 0 && index <= pieces.size()
        ? pieceChunks.chunk(created, pieces.get(index - 1))
        : ByteBuffer.wrap(frame(index, created));
  }

  /** What stands before and after the pieces. */
  private byte[] frame(int index, long created) {
    if (index == 0) {
      return chunks.role(created, spoken.utterance().sources());
    }
    if (index == pieces.size() + 1) {
      return chunks.finish(created, spoken.utterance());
    }
    return index == count() - 1
        ? chunks.done()
        : chunks.usage(created, new UsageWriter(spoken.utterance().usage(), quirks));
  }

  @Override
  public int piecesWithin(int count) {
    return Math.max(0, Math.min(pieces.size(), count - 1));
  }
}
