package dev.mimokit.server.exchange;

import dev.mimokit.server.account.Account;
import dev.mimokit.server.engine.Exchange;
import dev.mimokit.server.script.Step;
import dev.mimokit.server.wire.CallBody;

/**
 * One HTTP send with a valid key.
 *
 * @param step what a script wants done with it; {@link Unscripted#STEP} when none has a say
 */
record Attempt(Exchange exchange, Recorder recorder, Account account, CallBody body, Step step) {

  long arrivalNanos() {
    return exchange.arrivalNanos();
  }
}
