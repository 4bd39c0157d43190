/**
 * A run as plain text, Markdown, JUnit XML and JSON. It must not know files, nor how a verdict was
 * reached.
 */
@NullMarked
package dev.mimokit.report.render;

import org.jspecify.annotations.NullMarked;
