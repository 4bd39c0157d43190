/**
 * What is counted while the server runs, as Prometheus reads it. It must not know requests, answers
 * or HTTP; it is the only room that imports io.prometheus.
 */
@NullMarked
package dev.mimokit.server.metrics;

import org.jspecify.annotations.NullMarked;
