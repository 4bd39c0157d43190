/**
 * The driver protocol: one JSON object a line between the runner and a client under test. It must
 * not know cases, verdicts or any particular client.
 */
@NullMarked
package dev.mimokit.load.driver;

import org.jspecify.annotations.NullMarked;
