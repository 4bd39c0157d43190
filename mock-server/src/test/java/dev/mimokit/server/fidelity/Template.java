package dev.mimokit.server.fidelity;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expected text in which placeholders stand for what differs from answer to answer; everything
 * else must be equal to the byte.
 *
 * <pre>
 *   &lt;hex32&gt; &lt;hex24&gt;  lower-case hex digits     &lt;n&gt;  digits
 *   &lt;s&gt;  the inside of a JSON string           &lt;any&gt;  anything, line breaks included
 * </pre>
 */
record Template(String text) {

  private static final Map<String, String> PLACEHOLDERS =
      Map.of(
          "<hex32>", "[0-9a-f]{32}",
          "<hex24>", "[0-9a-f]{24}",
          "<n>", "[0-9]+",
          "<s>", "[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+",
          "<any>", "(?s:.*?)");

  private static final Pattern PLACEHOLDER = Pattern.compile("<(?:hex32|hex24|n|s|any)>");

  boolean matches(String actual) {
    return pattern().matcher(actual).matches();
  }

  private Pattern pattern() {
    StringBuilder regex = new StringBuilder();
    Matcher matcher = PLACEHOLDER.matcher(text);
    int end = 0;
    while (matcher.find()) {
      MatchResult found = matcher.toMatchResult();
      regex.append(Pattern.quote(text.substring(end, found.start())));
      regex.append(PLACEHOLDERS.get(found.group()));
      end = found.end();
    }
    return Pattern.compile(regex.append(Pattern.quote(text.substring(end))).toString());
  }
}
