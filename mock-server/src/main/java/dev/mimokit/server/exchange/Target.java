package dev.mimokit.server.exchange;

import dev.mimokit.core.catalog.ModelSpec;

/** The model a call is for, and its place in the catalogue. */
record Target(int index, ModelSpec spec) {}
