/** The server's configuration file. It must not know how its values are used. */
@NullMarked
package dev.mimokit.server.config;

import org.jspecify.annotations.NullMarked;
