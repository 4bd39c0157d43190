package dev.mimokit.server.engine;

/** The engine could not bind its address, most often because the port is in use. One clear line. */
public final class CannotListenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CannotListenException(String host, int port, Throwable cause) {
    super("cannot listen on " + host + ":" + port + ": " + reason(cause), cause);
  }

  /** The innermost message: Jetty wraps the operating system's words. */
  private static String reason(Throwable cause) {
    Throwable innermost = cause;
    for (Throwable next = cause.getCause(); next != null; next = next.getCause()) {
      innermost = next;
    }
    String message = innermost.getMessage();
    return message == null ? innermost.getClass().getSimpleName() : message;
  }
}
