package dev.mimokit.server.engine;

/**
 * What the lane answers: an exact path, or every path below a prefix when {@code path} ends in
 * {@code /**}. Method {@code *} stands for all methods. {@code stubbable} routes give way to a
 * matching WireMock stub; the others (our admin) never do.
 */
public record Route(String method, String path, boolean stubbable, Handler handler) {

  /** Whether a request of that method and canonical path belongs to this route. */
  public boolean matches(String requestMethod, String requestPath) {
    return methodMatches(requestMethod) && pathMatches(requestPath);
  }

  private boolean methodMatches(String requestMethod) {
    return method.equals("*") || method.equals(requestMethod);
  }

  private boolean pathMatches(String requestPath) {
    if (path.endsWith("/**")) {
      return requestPath.regionMatches(0, path, 0, path.length() - 2);
    }
    return path.equals(requestPath);
  }
}
