package dev.mimokit.load.run;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Where the mock server comes from. */
public sealed interface MockPlace {

  /**
   * A process of its own, started for the gate and always ended with it.
   *
   * @param portFile receives the port once requests are answered; must not exist before
   */
  record Command(List<String> command, Path portFile) implements MockPlace {

    /** Copies the list. */
    public Command {
      command = List.copyOf(command);
    }
  }

  /**
   * A server that runs already and goes on afterwards; its monotonic clock must be this host's.
   *
   * @param root without a path: {@code http://127.0.0.1:8080}
   */
  record Running(URI root) implements MockPlace {}
}
