/** How punctually many streams are paced, seen by a client. It must not know the server's code. */
@NullMarked
package dev.mimokit.bench.stream;

import org.jspecify.annotations.NullMarked;
