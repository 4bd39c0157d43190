package dev.mimokit.core.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.OptionalLong;

/**
 * Events as JSON lines: {@code {"event":"received","atNanos":…,…}}, with {@code agent} and {@code
 * case} before the event in a run directory's {@code journal.jsonl}. Stateless and thread-safe.
 */
public final class JournalCodec {

  private static final JsonFactory JSON = new JsonFactory();

  private JournalCodec() {}

  /** One event as one line, without the line break. */
  public static String line(JournalEvent event) {
    return write("", "", event);
  }

  /** One entry of a run as one line, without the line break. */
  public static String line(JournalEntry entry) {
    return write(entry.agent(), entry.caseId(), entry.event());
  }

  /** Reads a line with or without agent and case, which are then empty. */
  public static JournalEntry read(String line) throws JournalFormatException {
    try {
      return new EventReader(FieldMap.parse(JSON, line)).entry();
    } catch (JsonProcessingException e) {
      throw new JournalFormatException(
          "journal line is not JSON: " + e.getOriginalMessage() + ": " + excerpt(line));
    } catch (IOException | IllegalArgumentException e) {
      throw new JournalFormatException(e.getMessage() + ": " + excerpt(line));
    }
  }

  private static String excerpt(String line) {
    return line.length() <= 120 ? line : line.substring(0, 120) + "…";
  }

  private static String write(String agent, String caseId, JournalEvent event) {
    StringWriter out = new StringWriter(160);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      if (!agent.isEmpty()) {
        json.writeStringField("agent", agent);
        json.writeStringField("case", caseId);
      }
      writeEvent(json, event);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void writeEvent(JsonGenerator json, JournalEvent event) throws IOException {
    json.writeStringField("event", EventName.of(event));
    json.writeNumberField("atNanos", event.atNanos());
    if (event instanceof JournalEvent.Served served) {
      json.writeNumberField("exchange", served.exchange());
      writeServed(json, served);
    } else if (event instanceof JournalEvent.Observed observed) {
      json.writeStringField("call", observed.call());
      writeObserved(json, observed);
    } else if (event instanceof JournalEvent.Ended ended) {
      json.writeNumberField("worstStallNanos", ended.worstStallNanos());
      json.writeStringField("trouble", ended.trouble());
    }
  }

  private static void writeServed(JsonGenerator json, JournalEvent.Served event)
      throws IOException {
    if (event instanceof JournalEvent.Received e) {
      json.writeStringField("account", e.account());
      json.writeStringField("key", e.keyHash());
      json.writeStringField("model", e.model());
      json.writeStringField("call", e.call());
      json.writeBooleanField("stream", e.stream());
      json.writeStringField("body", e.bodyHash());
      writeOptional(json, "retry", e.claims().retry());
      if (!e.claims().idempotencyHash().isEmpty()) {
        json.writeStringField("idempotency", e.claims().idempotencyHash());
      }
    } else if (event instanceof JournalEvent.Admitted e) {
      json.writeNumberField("tokens", e.tokens());
    } else if (event instanceof JournalEvent.Rejected e) {
      json.writeArrayFieldStart("causes");
      for (Cause cause : Cause.values()) {
        if (e.causes().contains(cause)) {
          json.writeString(cause.name());
        }
      }
      json.writeEndArray();
      writeOptional(json, "retryAfterNanos", e.retryAfterNanos());
    } else if (event instanceof JournalEvent.Answered e) {
      json.writeNumberField("status", e.status());
      writeOptional(json, "retryAfterNanos", e.retryAfterNanos());
    } else if (event instanceof JournalEvent.Completed e) {
      json.writeNumberField("promptTokens", e.promptTokens());
      json.writeNumberField("completionTokens", e.completionTokens());
    } else if (event instanceof JournalEvent.Aborted e) {
      json.writeNumberField("events", e.events());
    }
  }

  private static void writeObserved(JsonGenerator json, JournalEvent.Observed event)
      throws IOException {
    if (event instanceof JournalEvent.Told e) {
      json.writeBooleanField("ok", e.ok());
      json.writeNumberField("status", e.status());
      json.writeStringField("errorClass", e.errorClass());
      json.writeStringField("text", e.text());
      json.writeBooleanField("partial", e.partial());
      writeOptional(json, "retryAfterNanos", e.retryAfterNanos());
    }
  }

  private static void writeOptional(JsonGenerator json, String name, OptionalLong value)
      throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, value.getAsLong());
    }
  }
}
