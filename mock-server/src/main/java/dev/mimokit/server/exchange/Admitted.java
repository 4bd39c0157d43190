package dev.mimokit.server.exchange;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.pace.Pressure;
import dev.mimokit.server.call.Ask;

/** A call that is to be answered: what it asks of whom, and what it holds meanwhile. */
record Admitted(ModelSpec spec, Ask ask, Pressure pressure, Holding holding) {}
