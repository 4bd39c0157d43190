/**
 * The documented platform as data and pure functions. What this module cannot see, it cannot speak:
 * no HTTP, no sockets, no logging, no data binding.
 */
module dev.mimokit.core {
  requires HdrHistogram;
  requires com.fasterxml.jackson.core;
  requires static org.jspecify;

  exports dev.mimokit.core.catalog;
  exports dev.mimokit.core.conformance;
  exports dev.mimokit.core.journal;
  exports dev.mimokit.core.pace;
  exports dev.mimokit.core.plan;
  exports dev.mimokit.core.quota;
  exports dev.mimokit.core.retry;
  exports dev.mimokit.core.sim;
  exports dev.mimokit.core.synth;
  exports dev.mimokit.core.time;
  exports dev.mimokit.core.tokens;
}
