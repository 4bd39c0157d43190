package dev.mimokit.server.wire.chat;

import dev.mimokit.server.call.Piece;
import dev.mimokit.server.wire.Events;
import dev.mimokit.server.wire.Spoken;
import java.util.List;

/** One streamed chat answer: role, pieces, finish, usage, terminator. */
final class ChatEvents implements Events {

  /** Role before the pieces; finish, usage and terminator after them. */
  private static final int FRAME = 4;

  private final Spoken spoken;
  private final List<Piece> pieces;
  private final ChunkWriter chunks;

  ChatEvents(Spoken spoken) {
    this.spoken = spoken;
    this.pieces = spoken.utterance().pieces();
    this.chunks = new ChunkWriter(spoken.id(), spoken.model());
  }

  @Override
  public int count() {
    return pieces.size() + FRAME;
  }

  @Override
  public byte[] event(int index, long created) {
    if (index == 0) {
      return chunks.role(created, spoken.utterance().sources());
    }
    return switch (index - 1 - pieces.size()) {
      case 0 -> chunks.finish(created, spoken.utterance());
      case 1 -> chunks.usage(created, spoken.utterance().usage());
      case 2 -> chunks.done();
      default -> chunks.piece(created, pieces.get(index - 1));
    };
  }

  @Override
  public int piecesWithin(int count) {
    return Math.max(0, Math.min(pieces.size(), count - 1));
  }
}
