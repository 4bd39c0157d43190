package dev.mimokit.server.engine;

import com.github.tomakehurst.wiremock.common.Notifier;

/**
 * WireMock says nothing on our standard streams; its answers and admin API tell what went wrong.
 */
final class SilentNotifier implements Notifier {

  @Override
  public void info(String message) {}

  @Override
  public void error(String message) {}

  @Override
  public void error(String message, Throwable cause) {}
}
