package dev.mimokit.server.admin;

/** Input that the admin address refuses: an HTTP status and one clear line. */
final class AdminException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  AdminException(int status, String line) {
    super(line, null, false, false);
    this.status = status;
  }

  static AdminException bad(String line) {
    return new AdminException(400, line);
  }

  int status() {
    return status;
  }

  String line() {
    return String.valueOf(getMessage());
  }
}
