package dev.mimokit.server.exchange;

import dev.mimokit.core.time.WallClock;
import dev.mimokit.server.engine.Answer;
import dev.mimokit.server.engine.Exchange;
import dev.mimokit.server.engine.Header;
import dev.mimokit.server.engine.SendListener;
import dev.mimokit.server.script.HeaderLine;
import dev.mimokit.server.script.ScriptedHeaders;
import dev.mimokit.server.script.WholePlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sends whole bodies as a script wants them sent. Thread-safe. */
record Sender(WallClock wall) {

  /**
   * One body on its way.
   *
   * @param body must not be changed
   * @param dueNanos not before the arrival; equal to it when nothing is waited for
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Parcel(int status, List<Header> headers, byte[] body, long dueNanos) {}

  void send(Exchange exchange, Parcel parcel, WholePlan plan, SendListener listener) {
    long due = parcel.dueNanos() + plan.delayNanos();
    byte[] body = plan.body().orElse(parcel.body());
    if (!plan.hasHead()) {
      exchange.stream(
          0, List.of(), PacedBody.nothing(due, StruckStream.ending(plan.ending()), listener));
      return;
    }
    int bytes = plan.bytes(body.length);
    boolean whole = bytes == body.length;
    if (whole && due - exchange.arrivalNanos() <= 0) {
      exchange.answer(new Answer(parcel.status(), parcel.headers(), body), listener);
      return;
    }
    List<Header> sized = new ArrayList<>(parcel.headers());
    sized.add(new Header("content-length", Integer.toString(body.length)));
    exchange.stream(
        parcel.status(),
        sized,
        whole
            ? PacedBody.whole(body, due, listener)
            : PacedBody.broken(
                Arrays.copyOf(body, bytes), due, StruckStream.ending(plan.ending()), listener));
  }

  /** The header fields of an answer with those of a script; a script's replace their namesakes. */
  List<Header> headers(List<Header> own, ScriptedHeaders scripted) {
    if (scripted.equals(ScriptedHeaders.NONE)) {
      return own;
    }
    List<HeaderLine> lines = scripted.lines(wall.epochMillis());
    List<Header> all = new ArrayList<>(own);
    for (HeaderLine line : lines) {
      all.removeIf(header -> header.name().equalsIgnoreCase(line.name()));
    }
    lines.forEach(line -> all.add(new Header(line.name(), line.value())));
    return all;
  }
}
