package dev.mimokit.bench.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * Jetty and nothing else: reads each request to its end and answers with always the same bytes. The
 * floor under what an HTTP server of this engine can cost; acceptors and selectors as the mock has
 * them.
 */
public final class BareJetty {

  private static final int ACCEPTORS = 1;
  private static final int SELECTORS = 2;
  private static final int ARGUMENTS = 3;

  private BareJetty() {}

  /** {@code BODY_FILE --port-file FILE}: any free port, written to the file once it answers. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != ARGUMENTS) {
      throw new IllegalArgumentException("expected BODY_FILE --port-file FILE");
    }
    int port = start(Files.readAllBytes(Path.of(arguments[0])));
    Path portFile = Path.of(arguments[2]);
    Path part = Path.of(arguments[2] + ".part");
    Files.writeString(part, Integer.toString(port));
    Files.move(part, portFile, StandardCopyOption.ATOMIC_MOVE);
  }

  private static int start(byte[] body) throws Exception {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    Server server = new Server();
    ServerConnector connector =
        new ServerConnector(
            server, null, null, null, ACCEPTORS, SELECTORS, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Canned(body));
    server.start();
    return connector.getLocalPort();
  }

  private static final class Canned extends Handler.Abstract.NonBlocking {

    private final byte[] body;

    Canned(byte[] body) {
      this.body = body;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
        throws IOException {
      Content.Source.consumeAll(
          request, Callback.from(() -> answer(response, callback), callback::failed));
      return true;
    }

    private void answer(Response response, Callback callback) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
      response.write(true, ByteBuffer.wrap(body), callback);
    }
  }
}
