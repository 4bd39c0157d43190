/**
 * From run directories to documents and an exit code. It must not know what made the run: Gatling,
 * JMH and HTTP are unknown here.
 */
@NullMarked
package dev.mimokit.report;

import org.jspecify.annotations.NullMarked;
