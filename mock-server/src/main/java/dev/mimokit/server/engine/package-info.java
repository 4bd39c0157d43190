/**
 * HTTP on one port: the lane that answers the platform's routes, and WireMock for everything else.
 * The only package that imports the HTTP engine. It must not know models, limits or JSON.
 */
@NullMarked
package dev.mimokit.server.engine;

import org.jspecify.annotations.NullMarked;
