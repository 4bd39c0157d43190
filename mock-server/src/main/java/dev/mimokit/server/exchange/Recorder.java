package dev.mimokit.server.exchange;

import dev.mimokit.core.journal.Cause;
import dev.mimokit.core.journal.Journal;
import dev.mimokit.core.journal.JournalEvent;
import dev.mimokit.server.account.ApiKey;
import dev.mimokit.server.account.Fingerprint;
import dev.mimokit.server.wire.CallBody;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Writes the journal of one attempt. Stateless but for its number. */
record Recorder(Journal journal, long exchange) {

  void received(long nanos, Caller caller, CallBody body, byte[] bytes) {
    journal.append(
        new JournalEvent.Received(
            nanos,
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
    journal.append(new JournalEvent.Admitted(nanos, exchange, tokens));
  }

  void rejected(long nanos, Set<Cause> causes, OptionalLong retryAfterNanos) {
    journal.append(new JournalEvent.Rejected(nanos, exchange, causes, retryAfterNanos));
  }

  void answered(long nanos, int status, OptionalLong retryAfterNanos) {
    journal.append(new JournalEvent.Answered(nanos, exchange, status, retryAfterNanos));
  }

  void firstToken(long nanos) {
    journal.append(new JournalEvent.FirstToken(nanos, exchange));
  }

  void completed(long nanos, long promptTokens, long completionTokens) {
    journal.append(new JournalEvent.Completed(nanos, exchange, promptTokens, completionTokens));
  }

  void aborted(long nanos, int events) {
    journal.append(new JournalEvent.Aborted(nanos, exchange, events));
  }

  /** Who calls: the key, the account it names (empty when refused), the call's name, and more. */
  record Caller(Optional<ApiKey> key, String accountId, String call, JournalEvent.Claims claims) {}
}
