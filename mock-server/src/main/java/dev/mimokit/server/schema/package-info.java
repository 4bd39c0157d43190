/**
 * JSON made up to order: values that fit a JSON schema, or the keys a prompt asks for, from a seed.
 * It must not know requests, tools, models or time.
 */
@NullMarked
package dev.mimokit.server.schema;

import org.jspecify.annotations.NullMarked;
