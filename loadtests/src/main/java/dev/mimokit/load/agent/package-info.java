/**
 * Clients under test behind the driver protocol, each a program of its own. It must not know cases
 * or verdicts: an agent does what its client does.
 */
@NullMarked
package dev.mimokit.load.agent;

import org.jspecify.annotations.NullMarked;
