/**
 * The conformance cases as data, read from files and checked while they are read. It must not know
 * how a case is run, nor any particular client.
 */
@NullMarked
package dev.mimokit.load.cases;

import org.jspecify.annotations.NullMarked;
