package dev.mimokit.server.exchange;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.pace.Timetable;
import dev.mimokit.server.engine.Answer;
import dev.mimokit.server.engine.Header;
import dev.mimokit.server.engine.SendListener;
import dev.mimokit.server.exchange.Speaker.Room;
import dev.mimokit.server.wire.ChatRequest;
import dev.mimokit.server.wire.ChunkWriter;
import dev.mimokit.server.wire.Completion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** Answers an admitted attempt: what is said, when, and in which form. */
record Narrator(Platform platform) {

  private static final int OK = 200;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  void send(Attempt attempt, ModelSpec spec, ChatRequest request, Holding holding) {
    long seed = platform.seed() ^ (GOLDEN * Arrays.hashCode(attempt.exchange().body()));
    Room room = room(spec, request, holding.promptTokens());
    Utterance utterance = platform.speaker().speak(spec, request, room);
    Timetable timetable = platform.pace().of(spec).timetable(holding.promptTokens(), seed);
    Departure departure =
        new Departure(attempt.arrivalNanos(), platform.wall().epochMillis(), timetable);
    String id = id(seed ^ attempt.exchange().sequence());
    if (attempt.chat().stream()) {
      stream(attempt, departure, holding, utterance, new ChunkWriter(id, spec.id()));
    } else {
      whole(attempt, departure, holding, utterance, completion(id, spec, departure, utterance));
    }
  }

  private static Room room(ModelSpec spec, ChatRequest request, long prompt) {
    long asked = request.maxTokens().orElse(spec.limits().defaultMaxCompletion().value());
    return new Room(prompt, Math.min(asked, spec.limits().context().value() - prompt));
  }

  private void stream(
      Attempt attempt,
      Departure departure,
      Holding holding,
      Utterance utterance,
      ChunkWriter chunks) {
    attempt.exchange().stream(
        OK,
        platform.headers().events(Responder.crossOrigin(attempt.exchange())),
        new ChatStream(chunks, utterance, departure, holding));
  }

  private void whole(
      Attempt attempt,
      Departure departure,
      Holding holding,
      Utterance utterance,
      Completion completion) {
    byte[] body = completion.body();
    List<Header> headers = platform.headers().json(Responder.crossOrigin(attempt.exchange()));
    long due = departure.dueNanos(utterance.pieces().size() + ChatStream.FRAME - 1);
    if (due - attempt.arrivalNanos() <= 0) {
      attempt.exchange().answer(new Answer(OK, headers, body), sent(utterance, holding));
      return;
    }
    List<Header> sized = new ArrayList<>(headers);
    sized.add(new Header("content-length", Integer.toString(body.length)));
    attempt.exchange().stream(OK, sized, new WholeAnswer(body, due, utterance.usage(), holding));
  }

  private static SendListener sent(Utterance utterance, Holding holding) {
    return (written, nanos) -> {
      if (written) {
        holding.recorder().answered(nanos, OK, OptionalLong.empty());
        holding.complete(nanos, utterance.usage());
      } else {
        holding.abort(nanos, 0, 0);
      }
    };
  }

  private static Completion completion(
      String id, ModelSpec spec, Departure departure, Utterance utterance) {
    return new Completion(
        id,
        spec.id(),
        departure.wallSeconds(0),
        utterance.content(),
        utterance.reasoning(),
        utterance.finish(),
        utterance.usage());
  }

  /** 32 hex digits; different for every exchange, the same for the same seed and order. */
  private static String id(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
  }
}
