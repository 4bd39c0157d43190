package dev.mimokit.load.cases;

import dev.mimokit.core.conformance.Fault;
import dev.mimokit.core.conformance.Reply;
import dev.mimokit.core.conformance.Step;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads the steps of scripts, in the words of the mock's admin address. */
final class StepReader {

  private static final int ALL = 100;

  private StepReader() {}

  static Step read(Fields f) {
    List<Fault> faults = f.has("faults") ? f.objects("faults", StepReader::fault) : List.of();
    long delay = f.has("delayMillis") ? f.number("delayMillis") : 0;
    Step.Reach reach = reach(f);
    Reply reply = reply(f);
    return f.made("delayMillis", delay, millis -> new Step(reply, faults, millis, reach));
  }

  private static Step.Reach reach(Fields f) {
    int times = f.count("times", 1);
    long span = f.has("forMillis") ? f.number("forMillis") : 0;
    return f.made("percent", f.count("percent", ALL), all -> new Step.Reach(times, span, all));
  }

  private static Reply reply(Fields f) {
    Optional<Reply.Body> body =
        f.has("body")
            ? Optional.of(new Reply.Body(f.text("body"), f.text("contentType")))
            : Optional.empty();
    String error = f.text("error", "");
    String retryAfter = f.text("retryAfter", "");
    OptionalLong date = number(f, "retryAfterDateSeconds");
    OptionalLong skew = number(f, "dateSkewSeconds");
    return f.made(
        "status",
        f.count("status", Reply.SERVED),
        status -> new Reply(status, error, retryAfter, date, skew, f.texts("headers"), body));
  }

  private static OptionalLong number(Fields f, String name) {
    return f.has(name) ? OptionalLong.of(f.number(name)) : OptionalLong.empty();
  }

  private static Fault fault(Fields f) {
    String phase = f.text("phase", "");
    OptionalInt after =
        f.has("afterEvents") ? OptionalInt.of(f.count("afterEvents")) : OptionalInt.empty();
    long millis = f.has("millis") ? f.number("millis") : 0;
    String text = f.text("data", "") + f.text("text", "");
    String how = f.text("how", "reset");
    return f.made(
        "fault",
        f.text("fault"),
        name -> new Fault(kind(name.equals("drop") ? how : name), phase, after, millis, text));
  }

  private static Fault.Kind kind(String id) {
    for (Fault.Kind kind : Fault.Kind.values()) {
      if (kind.id().equals(id)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "must be drop (how: reset or close), stall, slow, truncate, error-event or garbage: "
            + id.toLowerCase(Locale.ROOT));
  }
}
