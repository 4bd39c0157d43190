/** What the machine and a process have used, from Linux's {@code /proc}. It must not know why. */
@NullMarked
package dev.mimokit.bench.host;

import org.jspecify.annotations.NullMarked;
