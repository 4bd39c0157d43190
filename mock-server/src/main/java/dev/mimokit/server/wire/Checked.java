package dev.mimokit.server.wire;

import dev.mimokit.server.call.Ask;

/** What reading a request comes to. */
public sealed interface Checked {

  /** The request may be served. */
  record Valid(Ask ask) implements Checked {}

  /** The request is answered with an error. */
  record Refused(PlatformError error) implements Checked {}
}
