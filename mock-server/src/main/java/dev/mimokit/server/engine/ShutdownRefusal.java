package dev.mimokit.server.engine;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.requestfilter.AdminRequestFilterV2;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Nobody stops the server over HTTP: 403 for every spelling of {@code /__admin/shutdown}. */
final class ShutdownRefusal implements AdminRequestFilterV2 {

  private static final String BODY =
      "{\"error\":{\"code\":\"403\",\"message\":\"Shutdown over HTTP is disabled\"}}";

  @Override
  public String getName() {
    return "mimokit-shutdown-refusal";
  }

  @Override
  public RequestFilterAction filter(Request request, ServeEvent serveEvent) {
    return asksForShutdown(request.getUrl())
        ? RequestFilterAction.stopWith(
            ResponseDefinitionBuilder.responseDefinition()
                .withStatus(403)
                .withHeader("Content-Type", "application/json")
                .withBody(BODY)
                .build())
        : RequestFilterAction.continueWith(request);
  }

  private static boolean asksForShutdown(String url) {
    String path = url.split("\\?", 2)[0];
    return decoded(path).toLowerCase(Locale.ROOT).contains("shutdown");
  }

  private static String decoded(String path) {
    try {
      return URLDecoder.decode(path, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return path;
    }
  }
}
