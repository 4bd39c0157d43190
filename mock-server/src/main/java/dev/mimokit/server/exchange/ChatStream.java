package dev.mimokit.server.exchange;

import dev.mimokit.server.engine.EventStream;
import dev.mimokit.server.wire.ChunkWriter;
import java.util.OptionalLong;

/**
 * One streamed answer: role, pieces, finish, usage, terminator. Events are written when they are
 * due. Called by one thread at a time.
 */
final class ChatStream implements EventStream {

  /** Role before the pieces; finish, usage and terminator after them. */
  static final int FRAME = 4;

  private static final int OK = 200;

  private final ChunkWriter chunks;
  private final Utterance utterance;
  private final Departure departure;
  private final Holding holding;

  ChatStream(ChunkWriter chunks, Utterance utterance, Departure departure, Holding holding) {
    this.chunks = chunks;
    this.utterance = utterance;
    this.departure = departure;
    this.holding = holding;
  }

  @Override
  public int count() {
    return utterance.pieces().size() + FRAME;
  }

  @Override
  public byte[] event(int index) {
    long created = departure.wallSeconds(index);
    int after = index - 1 - utterance.pieces().size();
    if (index == 0) {
      return chunks.role(created);
    }
    return switch (after) {
      case 0 -> chunks.finish(created, utterance.finish());
      case 1 -> chunks.usage(created, utterance.usage());
      case 2 -> chunks.done();
      default -> piece(created, utterance.pieces().get(index - 1));
    };
  }

  private byte[] piece(long created, Piece piece) {
    return piece.reasoning()
        ? chunks.reasoning(created, piece.text())
        : chunks.content(created, piece.text());
  }

  @Override
  public long dueNanos(int index) {
    return departure.dueNanos(index);
  }

  @Override
  public void sent(int index, long nanos) {
    if (index == 1 && !utterance.pieces().isEmpty()) {
      holding.recorder().firstToken(nanos);
    }
  }

  @Override
  public void ended(int sent, boolean completed, long nanos) {
    if (completed) {
      holding.recorder().answered(nanos, OK, OptionalLong.empty());
      holding.complete(nanos, utterance.usage());
    } else {
      int pieces = Math.max(0, sent - 1);
      holding.abort(nanos, sent, utterance.tokensOfFirst(pieces));
    }
  }
}
