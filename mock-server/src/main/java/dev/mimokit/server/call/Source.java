package dev.mimokit.server.call;

/**
 * A page that a web search found.
 *
 * @param published ISO 8601 with offset
 */
public record Source(
    String url, String title, String summary, String site, String logoUrl, String published) {}
