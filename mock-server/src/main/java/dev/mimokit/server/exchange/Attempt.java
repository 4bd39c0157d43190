package dev.mimokit.server.exchange;

import dev.mimokit.server.account.Account;
import dev.mimokit.server.engine.Exchange;
import dev.mimokit.server.wire.CallBody;

/** One HTTP send with a valid key; {@code call} is empty when it names none. */
record Attempt(Exchange exchange, Recorder recorder, Account account, CallBody body, String call) {

  long arrivalNanos() {
    return exchange.arrivalNanos();
  }
}
