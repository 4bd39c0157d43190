/**
 * A capacity plan as documents: terminal, Markdown, HTML. It knows {@code plan.json} and must not
 * know how its figures came about.
 */
@NullMarked
package dev.mimokit.report.plan;

import org.jspecify.annotations.NullMarked;
