package dev.mimokit.server.exchange;

import dev.mimokit.core.journal.Cause;
import dev.mimokit.core.journal.Journal;
import dev.mimokit.core.journal.JournalEvent;
import dev.mimokit.server.account.ApiKey;
import dev.mimokit.server.account.Fingerprint;
import dev.mimokit.server.metrics.ModelMeter;
import dev.mimokit.server.wire.CallBody;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Writes the journal of one attempt and counts it. Stateless.
 *
 * @param exchange its number
 * @param arrivalNanos what the time to its first token counts from
 */
record Recorder(Journal journal, ModelMeter meter, long exchange, long arrivalNanos) {

  void received(Caller caller, CallBody body, byte[] bytes) {
    meter.received();
    journal.append(
        new JournalEvent.Received(
            arrivalNanos,
            exchange,
            caller.accountId(),
            caller.key().map(ApiKey::hash).orElse(""),
            body.model(),
            caller.call(),
            body.stream(),
            Fingerprint.of(bytes),
            caller.claims()));
  }

  void admitted(long nanos, long tokens) {
    meter.admitted();
    journal.append(new JournalEvent.Admitted(nanos, exchange, tokens));
  }

  void rejected(long nanos, Set<Cause> causes, OptionalLong retryAfterNanos) {
    meter.rejected(causes);
    journal.append(new JournalEvent.Rejected(nanos, exchange, causes, retryAfterNanos));
  }

  void answered(long nanos, int status, OptionalLong retryAfterNanos) {
    meter.answered(status);
    journal.append(new JournalEvent.Answered(nanos, exchange, status, retryAfterNanos));
  }

  void firstToken(long nanos) {
    meter.firstToken(nanos - arrivalNanos);
    journal.append(new JournalEvent.FirstToken(nanos, exchange));
  }

  void completed(long nanos, long promptTokens, long completionTokens) {
    meter.completed(promptTokens, completionTokens);
    journal.append(new JournalEvent.Completed(nanos, exchange, promptTokens, completionTokens));
  }

  void aborted(long nanos, int events) {
    meter.aborted();
    journal.append(new JournalEvent.Aborted(nanos, exchange, events));
  }

  /** Who calls: the key, the account it names (empty when refused), the call's name, and more. */
  record Caller(Optional<ApiKey> key, String accountId, String call, JournalEvent.Claims claims) {}
}
