package dev.mimokit.report.page;

import dev.mimokit.report.read.Run;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/**
 * A run as one HTML page that needs nothing but itself: no script, no network. Thread-safe.
 *
 * <p>The templates are compiled by the build; they escape every value for the place it stands in.
 */
public final class HtmlPage {

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, HtmlPage.class.getClassLoader(), "dev.mimokit.report.generated");

  /** A browser opens this at once, and an artefact store keeps it gladly. */
  private static final int MOST_CHARACTERS = 1_400_000;

  private HtmlPage() {}

  /** Renders it, in as much detail as a page can carry; the same run gives the same text. */
  public static String of(Run run) {
    String page = "";
    for (Detail detail : Detail.LEVELS) {
      page = rendered(run, detail);
      if (page.length() <= MOST_CHARACTERS) {
        return page;
      }
    }
    return page;
  }

  private static String rendered(Run run, Detail detail) {
    StringOutput out = new StringOutput();
    TEMPLATES.render("page.jte", new PageBuilder(run, detail).page(), out);
    return out.toString();
  }
}
