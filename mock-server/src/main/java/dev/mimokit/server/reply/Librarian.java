package dev.mimokit.server.reply;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.synth.ReplyLength;
import dev.mimokit.core.synth.ReplySource;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.Source;
import dev.mimokit.server.call.Task.WebSearch;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Looks things up on a web that does not exist: addresses under the reserved example domains,
 * titles in the prompt's language. A search that is not forced is made when the prompt has a word
 * of {@link #FRESH} (ASSUMED: how the model decides is not documented).
 */
record Librarian(ReplySource source) {

  private static final List<String> FRESH =
      List.of(
          "today", "latest", "news", "current", "weather", "price", "recent", "search", "今天", "最新",
          "新闻", "现在", "天气", "价格", "最近", "搜索");

  private static final List<String> SITES =
      List.of("news.example.com", "wiki.example.org", "data.example.net", "docs.example.com");

  /** How much of a prompt is looked at, UTF-16 units. */
  private static final int LOOKED_AT = 4096;

  private static final int MOST_SOURCES = 5;
  private static final int TITLE = 6;
  private static final int SUMMARY = 24;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
  private static final int DAYS = 120;

  Research research(ModelSpec spec, Ask ask, WebSearch search) {
    String prompt = ask.lastUserText();
    if (!search.forced() && !isFresh(prompt)) {
      return Research.NONE;
    }
    Draw draw = Draw.of(source.seed(), spec.id(), ask);
    int searches = 1 + draw.below(Math.min(search.keywords(), 2));
    List<Source> sources =
        IntStream.range(0, Math.min(search.limit(), MOST_SOURCES))
            .mapToObj(i -> page(prompt, i, draw))
            .toList();
    return new Research(sources, searches);
  }

  private static boolean isFresh(String prompt) {
    String text =
        prompt.substring(0, Math.min(prompt.length(), LOOKED_AT)).toLowerCase(Locale.ROOT);
    return FRESH.stream().anyMatch(text::contains);
  }

  private Source page(String prompt, int number, Draw draw) {
    String site = SITES.get(draw.below(SITES.size()));
    String shelf = "page " + number;
    return new Source(
        "https://" + site + "/" + draw.callId(),
        text(shelf + " title", prompt, TITLE),
        text(shelf + " summary", prompt, SUMMARY),
        site,
        "https://" + site + "/favicon.ico",
        FIRST_DAY.plusDays(draw.below(DAYS)) + "T08:00:00+08:00");
  }

  private String text(String shelf, String prompt, int pieces) {
    return source.reply(shelf, prompt, new ReplyLength(0, pieces)).contentText();
  }
}
