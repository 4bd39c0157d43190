package dev.mimokit.server.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mimokit.server.profile.Choice;
import dev.mimokit.server.script.Fault;
import dev.mimokit.server.script.Phase;
import dev.mimokit.server.script.Strike;
import dev.mimokit.server.wire.PlatformErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Reads one fault of a step and when it strikes. */
final class FaultReader {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final long NANOS = 1_000_000;
  private static final long MOST_EVENTS = 1_000_000;

  private FaultReader() {}

  static Strike read(AdminBody body) {
    String name = body.text("fault");
    Fault fault =
        switch (name) {
          case "drop" -> drop(known(body, "how"));
          case "stall" -> new Fault.Stall(nanos(known(body, "millis")));
          case "slow" -> new Fault.Slow(nanos(known(body, "millis")));
          case "truncate" -> {
            known(body);
            yield new Fault.Truncate();
          }
          case "error-event" -> errorEvent(known(body, "error", "data", "done"));
          case "garbage" -> garbage(known(body, "text"));
          default ->
              throw AdminException.bad(
                  body.path()
                      + ": unknown fault '"
                      + name
                      + "', expected one of drop, stall, slow, truncate, error-event, garbage");
        };
    return new Strike(fault, phase(body, fault), afterEvents(body));
  }

  private static AdminBody known(AdminBody body, String... own) {
    String[] names = Arrays.copyOf(new String[] {"fault", "phase", "afterEvents"}, 3 + own.length);
    System.arraycopy(own, 0, names, 3, own.length);
    return body.only(names);
  }

  private static Fault drop(AdminBody body) {
    return switch (body.optionalText("how").orElse("reset")) {
      case "reset" -> new Fault.Drop(Fault.Ending.RESET);
      case "close" -> new Fault.Drop(Fault.Ending.CLOSE);
      default -> throw AdminException.bad(body.path() + ": how must be reset or close");
    };
  }

  private static Fault garbage(AdminBody body) {
    return new Fault.Garbage(body.optionalText("text").orElse(Fault.Garbage.HALF_A_CHUNK));
  }

  private static Fault errorEvent(AdminBody body) {
    boolean done = body.flag("done", false);
    Optional<String> data = body.optionalText("data");
    Optional<String> error = StepReader.error(body);
    if (data.isPresent() == error.isPresent()) {
      throw AdminException.bad(body.path() + ": expected either error or data");
    }
    return new Fault.ErrorEvent(data.orElseGet(() -> oneLine(error.orElseThrow())), done);
  }

  /** The platform's body of that name, on one line. */
  private static String oneLine(String error) {
    byte[] body = PlatformErrors.named(error).orElseThrow().body(false);
    try {
      return MAPPER.readTree(body).toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not JSON: the body of " + error, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long nanos(AdminBody body) {
    return NANOS
        * body.whole("millis", 1, StepReader.LONGEST_MILLIS)
            .orElseThrow(() -> AdminException.bad(body.path() + ": millis is missing"));
  }

  private static Phase phase(AdminBody body, Fault fault) {
    Optional<String> word = body.optionalText("phase");
    if (word.isPresent()) {
      return Choice.of(Phase.class, word.get())
          .orElseThrow(() -> AdminException.bad(body.path() + ": phase must be " + phases()));
    }
    if (body.has("afterEvents")) {
      return Phase.BETWEEN_TOKENS;
    }
    return usual(fault)
        .orElseThrow(
            () -> AdminException.bad(body.path() + ": phase is missing, expected " + phases()));
  }

  /** Where a fault strikes when nothing is said; a drop and a stall can strike anywhere. */
  private static Optional<Phase> usual(Fault fault) {
    if (fault instanceof Fault.Drop || fault instanceof Fault.Stall) {
      return Optional.empty();
    }
    return Optional.of(fault instanceof Fault.Truncate ? Phase.BEFORE_END : Phase.BETWEEN_TOKENS);
  }

  private static String phases() {
    return Arrays.stream(Phase.values()).map(Choice::word).collect(Collectors.joining(", "));
  }

  private static OptionalInt afterEvents(AdminBody body) {
    OptionalLong after = body.whole("afterEvents", -MOST_EVENTS, MOST_EVENTS);
    return after.isPresent() ? OptionalInt.of((int) after.getAsLong()) : OptionalInt.empty();
  }
}
