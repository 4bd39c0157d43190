package dev.mimokit.bench.stream;

import dev.mimokit.bench.host.Watch;

/**
 * One measurement of a shape, all of it.
 *
 * @param peakRssMebibytes of the server
 * @param controlMillis how late an idle thread woke just before and after, the worse of the two
 */
record StreamRun(
    Punctuality punctuality, Watch.Seen seen, double peakRssMebibytes, double controlMillis) {}
