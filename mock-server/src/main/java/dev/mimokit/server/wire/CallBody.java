package dev.mimokit.server.wire;

import dev.mimokit.core.catalog.ModelSpec;

/** The body of a call as it came, valid or not. Immutable. */
public interface CallBody {

  /** The model asked for; empty when none is named. */
  String model();

  /** Whether a stream was asked for. */
  boolean stream();

  /** The text of the last user message; empty when there is none. */
  String lastUserText();

  /** The error of a body that names no model. */
  PlatformError withoutModel();

  /** The request, or the error that answers it; {@code spec} is the model it names. */
  Checked check(ModelSpec spec);
}
