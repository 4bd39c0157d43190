/**
 * YAML files with the line of every value, so that a mistake is refused by name and place. It must
 * not know what the values mean.
 */
@NullMarked
package dev.mimokit.server.yaml;

import org.jspecify.annotations.NullMarked;
