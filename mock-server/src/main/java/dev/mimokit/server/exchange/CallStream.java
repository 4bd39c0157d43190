package dev.mimokit.server.exchange;

import dev.mimokit.server.call.Utterance;
import dev.mimokit.server.engine.EventStream;
import dev.mimokit.server.wire.Events;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** One streamed answer: each event is written when it is due. Called by one thread at a time. */
final class CallStream implements EventStream {

  private static final int OK = 200;

  private final Events events;
  private final Utterance utterance;
  private final Departure departure;
  private final Holding holding;
  private final boolean drifts;

  CallStream(
      Events events, Utterance utterance, Departure departure, Holding holding, boolean drifts) {
    this.events = events;
    this.utterance = utterance;
    this.departure = departure;
    this.holding = holding;
    this.drifts = drifts;
  }

  @Override
  public int count() {
    return events.count();
  }

  @Override
  public ByteBuffer event(int index) {
    return events.event(index, departure.wallSeconds(drifts ? index : 0));
  }

  /** An error in the place of an event. */
  byte[] error(String json) {
    return events.error(json);
  }

  @Override
  public long dueNanos(int index) {
    return departure.dueNanos(index);
  }

  @Override
  public void sent(int index, long nanos) {
    if (events.piecesWithin(index + 1) == 1 && events.piecesWithin(index) == 0) {
      holding.recorder().firstToken(nanos);
    }
  }

  @Override
  public void ended(int sent, boolean completed, long nanos) {
    if (completed) {
      holding.recorder().answered(nanos, OK, OptionalLong.empty());
      holding.complete(nanos, utterance.usage());
    } else {
      holding.abort(nanos, sent, utterance.tokensOfFirst(events.piecesWithin(sent)));
    }
  }
}
