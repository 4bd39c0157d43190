package dev.mimokit.load.agent;

import dev.mimokit.load.driver.DriverCall;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** One client object per address and key, as a program with several accounts has. Thread-safe. */
final class PerAccount<C> {

  private record Account(String baseUrl, String apiKey) {}

  private final Map<Account, C> clients = new ConcurrentHashMap<>();
  private final Function<DriverCall, C> maker;

  /** Makes a client from the first call of its account. */
  PerAccount(Function<DriverCall, C> maker) {
    this.maker = maker;
  }

  C of(DriverCall call) {
    return clients.computeIfAbsent(
        new Account(call.baseUrl(), call.apiKey()), account -> maker.apply(call));
  }
}
