package dev.mimokit.server.engine;

import com.github.tomakehurst.wiremock.common.RequestCache;
import com.github.tomakehurst.wiremock.matching.RequestPattern;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Whether one of a route's candidate stubs wants this very request. Only those requests go to
 * WireMock; the others stay on the lane. Where the lane's view of a request is too plain to tell
 * (cookies, forms, multipart, custom matchers, a matcher that fails), WireMock decides and hands
 * back what it does not want.
 */
final class PreMatch {

  private PreMatch() {}

  static boolean anyWants(List<StubMapping> candidates, LaneRequest request) {
    try {
      return candidates.stream().anyMatch(stub -> mayWant(stub.getRequest(), request));
    } finally {
      // WireMock's matchers cache per thread and by hash code; it clears after its own requests.
      RequestCache.onRequestEnd();
    }
  }

  private static boolean mayWant(RequestPattern pattern, LaneRequest request) {
    if (isBeyondTheLane(pattern)) {
      return true;
    }
    try {
      return pattern.match(request).isExactMatch();
    } catch (RuntimeException undecided) {
      return true;
    }
  }

  private static boolean isBeyondTheLane(RequestPattern pattern) {
    return pattern.hasCustomMatcher()
        || isGiven(pattern.getCookies())
        || isGiven(pattern.getFormParameters())
        || isGiven(pattern.getMultipartPatterns());
  }

  private static boolean isGiven(Map<?, ?> conditions) {
    return conditions != null && !conditions.isEmpty();
  }

  private static boolean isGiven(Collection<?> conditions) {
    return conditions != null && !conditions.isEmpty();
  }
}
