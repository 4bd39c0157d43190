package dev.mimokit.server.store;

/** The store could not be reached at the start. One clear line. */
public final class StoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreUnavailableException(String address, Throwable cause) {
    super("cannot reach the store at " + address + ": " + reason(cause), cause);
  }

  /** The innermost message: Lettuce wraps the operating system's words. */
  private static String reason(Throwable cause) {
    Throwable innermost = cause;
    for (Throwable next = cause.getCause(); next != null; next = next.getCause()) {
      innermost = next;
    }
    String message = innermost.getMessage();
    return message == null ? innermost.getClass().getSimpleName() : message;
  }
}
