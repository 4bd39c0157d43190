/**
 * The reference client: one attempt loop over the retry policies of core, apart from what sends and
 * what waits. It must not know the driver protocol, cases or verdicts.
 */
@NullMarked
package dev.mimokit.load.client;

import org.jspecify.annotations.NullMarked;
