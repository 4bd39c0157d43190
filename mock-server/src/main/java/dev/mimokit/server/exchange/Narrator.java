package dev.mimokit.server.exchange;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.pace.Timetable;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.Usage;
import dev.mimokit.server.call.Utterance;
import dev.mimokit.server.engine.Answer;
import dev.mimokit.server.engine.Header;
import dev.mimokit.server.engine.SendListener;
import dev.mimokit.server.reply.Speaker.Room;
import dev.mimokit.server.wire.Dialect;
import dev.mimokit.server.wire.Spoken;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** Answers an admitted attempt: what is said, when, and in which form. */
record Narrator(Platform platform, Dialect dialect) {

  private static final int OK = 200;

  /** Not the step of SplittableRandom itself: neighbours would share halves of their ids. */
  private static final long SPREAD = 0xD1342543DE82EF95L;

  void send(Attempt attempt, ModelSpec spec, Ask ask, Holding holding) {
    long seed = platform.seed() + SPREAD * attempt.exchange().sequence();
    Utterance utterance = platform.speaker().speak(spec, ask, room(spec, ask, holding.prompt()));
    Timetable timetable = platform.pace().of(spec).timetable(holding.prompt().tokens(), seed);
    Departure departure =
        new Departure(attempt.arrivalNanos(), platform.wall().epochMillis(), timetable);
    Spoken spoken = new Spoken(id(seed), spec.id(), departure.wallSeconds(0), ask, utterance);
    if (attempt.body().stream()) {
      stream(attempt, departure, holding, spoken);
    } else {
      whole(attempt, departure, holding, spoken);
    }
  }

  private static Room room(ModelSpec spec, Ask ask, Usage.Prompt prompt) {
    long asked = ask.bounds().maxTokens().orElse(spec.limits().defaultMaxCompletion().value());
    return new Room(prompt, Math.min(asked, spec.limits().context().value() - prompt.tokens()));
  }

  private void stream(Attempt attempt, Departure departure, Holding holding, Spoken spoken) {
    attempt.exchange().stream(
        OK,
        platform.headers().events(Responder.crossOrigin(attempt.exchange())),
        new CallStream(dialect.events(spoken), spoken.utterance(), departure, holding));
  }

  private void whole(Attempt attempt, Departure departure, Holding holding, Spoken spoken) {
    byte[] body = dialect.whole(spoken);
    List<Header> headers = platform.headers().json(Responder.crossOrigin(attempt.exchange()));
    Usage usage = spoken.utterance().usage();
    long due = departure.dueNanos(dialect.events(spoken).count() - 1);
    if (due - attempt.arrivalNanos() <= 0) {
      attempt.exchange().answer(new Answer(OK, headers, body), sent(usage, holding));
      return;
    }
    List<Header> sized = new ArrayList<>(headers);
    sized.add(new Header("content-length", Integer.toString(body.length)));
    attempt.exchange().stream(OK, sized, new WholeAnswer(body, due, usage, holding));
  }

  private static SendListener sent(Usage usage, Holding holding) {
    return (written, nanos) -> {
      if (written) {
        holding.recorder().answered(nanos, OK, OptionalLong.empty());
        holding.complete(nanos, usage);
      } else {
        holding.abort(nanos, 0, 0);
      }
    };
  }

  /** 32 hex digits; different for every exchange, the same for the same seed and order. */
  private static String id(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
  }
}
