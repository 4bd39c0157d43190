package dev.mimokit.server.engine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes a connection that has begun a first request and not ended its header within a time: one
 * that sends a byte now and then would otherwise stay as long as it likes. A connection that has
 * sent nothing yet is left to the idle timeout: clients open some in advance.
 */
final class SlowStart implements Connection.Listener {

  private final Scheduler scheduler;
  private final Duration patience;

  SlowStart(Scheduler scheduler, Duration patience) {
    this.scheduler = scheduler;
    this.patience = patience;
  }

  @Override
  public void onOpened(Connection connection) {
    Scheduler.Task ignored =
        scheduler.schedule(
            () -> closeIfSlow(connection), patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void closeIfSlow(Connection connection) {
    if (connection.getMessagesIn() == 0 && connection.getBytesIn() > 0) {
      // Not the connection: it would still answer with an error page of Jetty's.
      connection.getEndPoint().close();
    }
  }
}
