package dev.mimokit.server.engine;

/** Where a handler's broken promise is told: stderr, for the mock's author, never the client. */
final class Complaints {

  private Complaints() {}

  static void report(String what, Throwable cause) {
    synchronized (System.err) {
      System.err.println("mimokit: " + what);
      cause.printStackTrace(System.err);
    }
  }
}
