package dev.mimokit.server.exchange;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.pace.Timetable;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.Task;
import dev.mimokit.server.call.Usage;
import dev.mimokit.server.call.Utterance;
import dev.mimokit.server.content.Directives;
import dev.mimokit.server.content.Recording;
import dev.mimokit.server.engine.Header;
import dev.mimokit.server.engine.SendListener;
import dev.mimokit.server.exchange.Sender.Parcel;
import dev.mimokit.server.quirk.AnsweredName;
import dev.mimokit.server.reply.Speaker.Room;
import dev.mimokit.server.script.StreamShape;
import dev.mimokit.server.wire.Dialect;
import dev.mimokit.server.wire.Events;
import dev.mimokit.server.wire.Spoken;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** Answers an admitted attempt: what is said, when, and in which form. */
record Narrator(Platform platform, Dialect dialect, Sender sender) {

  private static final int OK = 200;

  /** Not the step of SplittableRandom itself: neighbours would share halves of their ids. */
  private static final long SPREAD = 0xD1342543DE82EF95L;

  void send(Attempt attempt, Admitted admitted) {
    Optional<Recording> recording =
        attempt.body().stream() && admitted.ask().task() instanceof Task.Talk
            ? platform
                .content()
                .recording(
                    admitted.spec().id(), admitted.ask().lastUserText(), dialect.namesEvents())
            : Optional.empty();
    if (recording.isPresent()) {
      attempt.exchange().stream(
          OK,
          platform.headers().events(Responder.crossOrigin(attempt.exchange())),
          new RecordedStream(recording.get(), attempt.arrivalNanos(), admitted.holding()));
    } else {
      invent(attempt, admitted);
    }
  }

  private void invent(Attempt attempt, Admitted admitted) {
    ModelSpec spec = admitted.spec();
    Ask ask = admitted.ask();
    Holding holding = admitted.holding();
    long seed = platform.seed() + SPREAD * attempt.exchange().sequence();
    Utterance utterance = platform.speaker().speak(spec, ask, room(spec, ask, holding.prompt()));
    Timetable timetable = timetable(admitted, seed);
    Departure departure =
        new Departure(attempt.arrivalNanos(), platform.wall().epochMillis(), timetable);
    Spoken spoken =
        new Spoken(id(seed), name(attempt, spec), departure.wallSeconds(0), ask, utterance);
    if (attempt.body().stream()) {
      stream(attempt, departure, holding, spoken);
    } else {
      whole(attempt, departure, holding, spoken);
    }
  }

  private String name(Attempt attempt, ModelSpec spec) {
    return platform.quirks().measures().answeredName() == AnsweredName.ASKED
        ? platform.models().plain(attempt.body().model())
        : spec.id();
  }

  /** What the prompt asks for goes before what the load makes of the model's own pace. */
  private Timetable timetable(Admitted admitted, long seed) {
    long prompt = admitted.holding().prompt().tokens();
    Timetable usual =
        admitted.pressure().on(platform.pace().of(admitted.spec()).timetable(prompt, seed));
    return platform.content().directed(admitted.ask().lastUserText())
            instanceof Directives directives
        ? new Timetable(
            directives.ttft().map(Duration::toNanos).orElse(usual.ttftNanos()),
            directives.interToken().map(Duration::toNanos).orElse(usual.interTokenNanos()))
        : usual;
  }

  private static Room room(ModelSpec spec, Ask ask, Usage.Prompt prompt) {
    long asked = ask.bounds().maxTokens().orElse(spec.limits().defaultMaxCompletion().value());
    return new Room(prompt, Math.min(asked, spec.limits().context().value() - prompt.tokens()));
  }

  private void stream(Attempt attempt, Departure departure, Holding holding, Spoken spoken) {
    Events events = dialect.events(spoken);
    CallStream stream =
        new CallStream(
            events, spoken.utterance(), departure, holding, platform.quirks().createdDrifts());
    List<Header> headers =
        sender.headers(
            platform.headers().events(Responder.crossOrigin(attempt.exchange())),
            attempt.step().answer().headers());
    attempt.exchange().stream(
        OK,
        headers,
        attempt.step().strikes().isEmpty()
            ? stream
            : new StruckStream(stream, attempt.step().stream(shape(events))));
  }

  private static StreamShape shape(Events events) {
    int first = 0;
    while (first < events.count() && events.piecesWithin(first + 1) == 0) {
      first++;
    }
    int last = events.count();
    while (last > first && events.piecesWithin(last - 1) == events.piecesWithin(last)) {
      last--;
    }
    return new StreamShape(events.count(), first < last ? first : 0, Math.max(0, last - first));
  }

  private void whole(Attempt attempt, Departure departure, Holding holding, Spoken spoken) {
    List<Header> headers =
        sender.headers(
            platform.headers().json(Responder.crossOrigin(attempt.exchange())),
            attempt.step().answer().headers());
    long due = departure.dueNanos(dialect.events(spoken).count() - 1);
    sender.send(
        attempt.exchange(),
        new Parcel(OK, headers, dialect.whole(spoken), due),
        attempt.step().whole(),
        sent(spoken.utterance().usage(), holding));
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
