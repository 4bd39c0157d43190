/**
 * What a request costs the server, beside a bare Jetty, and how soon a server answers. It must not
 * know the server's code.
 */
@NullMarked
package dev.mimokit.bench.http;

import org.jspecify.annotations.NullMarked;
