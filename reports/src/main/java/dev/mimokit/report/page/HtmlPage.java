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
          null, ContentType.Html, HtmlPage.class.getClassLoader(), "dev.mimokit.report.template");

  private HtmlPage() {}

  /** Renders it; the same run gives the same text. */
  public static String of(Run run) {
    StringOutput out = new StringOutput();
    TEMPLATES.render("page.jte", new PageBuilder(run).page(), out);
    return out.toString();
  }
}
