package dev.mimokit.server.engine;

import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.matching.EqualToPattern;
import com.github.tomakehurst.wiremock.matching.RegexPattern;
import com.github.tomakehurst.wiremock.matching.RequestPattern;
import com.github.tomakehurst.wiremock.matching.UrlPathPattern;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Could a stub's method and URL conditions hold for some request of a route? Says yes when in
 * doubt: a wrong yes costs a few microseconds a request, a wrong no would hide a user's stub.
 *
 * <pre>
 * stub condition           compared with
 * urlPath, template, ...   the route's path, by WireMock itself
 * url equal to             its part before '?'
 * url matching regex       the path whole, or the path with '?' and more to come
 * anything else            yes
 * </pre>
 *
 * "More to come" asks the regex engine: {@code hitEnd} is true when further input could still
 * change the outcome, so {@code .*stream=1} reaches {@code /v1/chat/completions} and {@code
 * /v1/models.*} does not. Below a prefix the path itself is open-ended too.
 */
final class UrlReach {

  private final Route route;
  private final String path;
  private final boolean prefix;

  UrlReach(Route route) {
    this.route = route;
    this.prefix = route.path().endsWith("/**");
    this.path = prefix ? route.path().substring(0, route.path().length() - 2) : route.path();
  }

  boolean covers(RequestPattern pattern) {
    return methodMayMatch(pattern.getMethod()) && urlMayMatch(pattern.getUrlMatcher());
  }

  private boolean methodMayMatch(RequestMethod wanted) {
    return route.method().equals("*")
        || wanted.match(RequestMethod.fromString(route.method())).isExactMatch();
  }

  private boolean urlMayMatch(UrlPattern url) {
    if (!url.isSpecified()) {
      return true;
    }
    if (url.getPattern() instanceof EqualToPattern) {
      return literalMayMatch(beforeQuery(url.getExpected()));
    }
    if (url.getPattern() instanceof RegexPattern) {
      return regexMayMatch(url);
    }
    return prefix || !(url instanceof UrlPathPattern) || url.match(path).isExactMatch();
  }

  private boolean literalMayMatch(String literal) {
    String wanted = literal.toLowerCase(Locale.ROOT);
    String own = path.toLowerCase(Locale.ROOT);
    return prefix ? wanted.startsWith(own) : wanted.equals(own);
  }

  private boolean regexMayMatch(UrlPattern url) {
    Pattern regex = Pattern.compile(url.getExpected(), Pattern.DOTALL);
    if (prefix) {
      return mayGrow(regex, path);
    }
    if (url instanceof UrlPathPattern) {
      return regex.matcher(path).matches();
    }
    return regex.matcher(path).matches() || mayGrow(regex, path + "?");
  }

  private static boolean mayGrow(Pattern regex, String start) {
    Matcher matcher = regex.matcher(start);
    return matcher.matches() || matcher.hitEnd();
  }

  private static String beforeQuery(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }
}
