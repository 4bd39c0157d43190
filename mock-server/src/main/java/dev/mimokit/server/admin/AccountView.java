package dev.mimokit.server.admin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.journal.Cause;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.QuotaLimiter;
import dev.mimokit.core.quota.QuotaState;
import dev.mimokit.server.account.Account;
import dev.mimokit.server.account.ModelUse;
import dev.mimokit.server.profile.Choice;
import dev.mimokit.server.profile.Stated;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An account as {@code GET accounts/ID} shows it: rules, and for each model that was asked for the
 * limits with their grounds, what is used (where this process keeps it), and the true causes of
 * refusals that this process gave.
 */
record AccountView(Account account, Catalog catalog, boolean local, long nowNanos) {

  private static final JsonFactory JSON = new JsonFactory();
  private static final long NANOS = 1_000_000L;

  byte[] body() {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("schemaVersion", 1);
    json.writeStringField("account", account.id());
    json.writeBooleanField("configured", account.configured());
    json.writeStringField("profile", account.profile().name());
    json.writeStringField("retryAfter", Choice.word(account.profile().retryAfter().value()));
    json.writeNumberField("scripted", account.scripted());
    json.writeArrayFieldStart("models");
    for (int i = 0; i < catalog.models().size(); i++) {
      Optional<ModelUse> use = account.seen(i);
      if (use.isPresent()) {
        writeModel(json, catalog.models().get(i), use.get());
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeModel(JsonGenerator json, ModelSpec spec, ModelUse use) throws IOException {
    json.writeStartObject();
    json.writeStringField("model", spec.id());
    writeLimits(json, spec, use.limiter().quota());
    if (local) {
      writeUsed(json, use.limiter());
    }
    json.writeObjectFieldStart("refused");
    for (Cause cause : new Cause[] {Cause.RPM, Cause.TPM, Cause.CONCURRENCY, Cause.OVERLOAD}) {
      json.writeNumberField(cause.name(), use.refused(cause));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeUsed(JsonGenerator json, QuotaLimiter limiter) throws IOException {
    QuotaState state = limiter.snapshot(nowNanos);
    json.writeNumberField("requestsUsed", state.requests());
    json.writeNumberField("tokensUsed", state.tokens());
    json.writeNumberField("inFlight", state.inFlight());
    writeNextPermit(json, limiter);
  }

  private void writeNextPermit(JsonGenerator json, QuotaLimiter limiter) throws IOException {
    OptionalLong wait = limiter.waitNanos(nowNanos, 1);
    json.writeFieldName("nextPermitMillis");
    if (wait.isPresent()) {
      json.writeNumber((wait.getAsLong() + NANOS - 1) / NANOS);
    } else {
      json.writeNull();
    }
  }

  private void writeLimits(JsonGenerator json, ModelSpec spec, Quota quota) throws IOException {
    json.writeObjectFieldStart("limits");
    writeLimit(
        json,
        "requestsPerMinute",
        quota.requests(),
        account.profile().requestsPerMinute(spec.limits()));
    writeLimit(
        json, "tokensPerMinute", quota.tokens(), account.profile().tokensPerMinute(spec.limits()));
    writeLimit(json, "concurrency", account.concurrency(quota), account.profile().concurrency());
    json.writeStringField("window", Choice.word(quota.windowKind()));
    json.writeEndObject();
  }

  private static void writeLimit(JsonGenerator json, String name, long value, Stated<?> ground)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("value", value);
    json.writeStringField("provenance", ground.provenance().name());
    json.writeStringField("source", ground.source());
    json.writeEndObject();
  }
}
