package dev.mimokit.server.profile;

import dev.mimokit.core.quota.Counting;
import dev.mimokit.core.quota.TokenAccounting;
import dev.mimokit.core.quota.WindowKind;
import java.time.Duration;

/** How limits per minute are counted, each part with its ground. */
public record StatedCounting(
    Stated<WindowKind> window,
    Stated<Duration> grain,
    Stated<TokenAccounting> accounting,
    Stated<Boolean> countRefused) {

  Counting counting() {
    return new Counting(window.value(), grain.value(), accounting.value(), countRefused.value());
  }
}
