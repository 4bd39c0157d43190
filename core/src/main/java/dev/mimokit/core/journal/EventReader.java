package dev.mimokit.core.journal;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Rebuilds an event from its fields. */
final class EventReader {

  private final FieldMap fields;

  EventReader(FieldMap fields) {
    this.fields = fields;
  }

  JournalEntry entry() {
    return new JournalEntry(
        fields.optional("agent").orElse(""), fields.optional("case").orElse(""), event());
  }

  private JournalEvent event() {
    long at = fields.number("atNanos");
    String name = fields.text("event");
    return switch (name) {
      case "asked" -> new JournalEvent.Asked(at, fields.text("call"));
      case "told" -> told(at);
      case "ended" ->
          new JournalEvent.Ended(at, fields.number("worstStallNanos"), fields.text("trouble"));
      default -> served(at, name, fields.number("exchange"));
    };
  }

  private JournalEvent served(long at, String name, long exchange) {
    return switch (name) {
      case "received" -> received(at, exchange);
      case "admitted" -> new JournalEvent.Admitted(at, exchange, fields.number("tokens"));
      case "rejected" -> new JournalEvent.Rejected(at, exchange, causes(), retryAfter());
      case "answered" ->
          new JournalEvent.Answered(at, exchange, fields.count("status"), retryAfter());
      case "firstToken" -> new JournalEvent.FirstToken(at, exchange);
      case "completed" ->
          new JournalEvent.Completed(
              at, exchange, fields.number("promptTokens"), fields.number("completionTokens"));
      case "aborted" -> new JournalEvent.Aborted(at, exchange, fields.count("events"));
      default -> throw new IllegalArgumentException("unknown journal event " + name);
    };
  }

  private JournalEvent received(long at, long exchange) {
    return new JournalEvent.Received(
        at,
        exchange,
        fields.text("account"),
        fields.text("key"),
        fields.text("model"),
        fields.text("call"),
        fields.flag("stream"),
        fields.text("body"),
        new JournalEvent.Claims(optional("retry"), fields.optional("idempotency").orElse("")));
  }

  private JournalEvent told(long at) {
    return new JournalEvent.Told(
        at,
        fields.text("call"),
        fields.flag("ok"),
        fields.count("status"),
        fields.text("errorClass"),
        fields.text("text"),
        fields.flag("partial"),
        retryAfter());
  }

  private Set<Cause> causes() {
    return fields.list("causes").stream().map(EventReader::cause).collect(Collectors.toSet());
  }

  private static Cause cause(String name) {
    return Arrays.stream(Cause.values())
        .filter(cause -> cause.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "cause must be one of " + Arrays.toString(Cause.values()) + ": " + name));
  }

  private OptionalLong retryAfter() {
    return optional("retryAfterNanos");
  }

  private OptionalLong optional(String name) {
    return fields.optional(name).isPresent()
        ? OptionalLong.of(fields.number(name))
        : OptionalLong.empty();
  }
}
