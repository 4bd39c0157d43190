package dev.mimokit.load.client;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Makes one reply of a response and keeps what came of its body when the connection breaks.
 *
 * <p>The reply does not wait for the client's own future: that one fails when the connection breaks
 * in the body, and whether it does so before or after the body was handed over is a race.
 */
final class ReplyCollector
    implements HttpResponse.BodyHandler<Reply>, HttpResponse.BodySubscriber<Reply> {

  private final CompletableFuture<Reply> reply = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private volatile HttpResponse.@Nullable ResponseInfo head;

  /** Fails when no response began, and has what came when one did. */
  CompletableFuture<Reply> reply() {
    return reply;
  }

  @Override
  public HttpResponse.BodySubscriber<Reply> apply(HttpResponse.ResponseInfo info) {
    head = info;
    return this;
  }

  @Override
  public CompletionStage<Reply> getBody() {
    return reply;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] part = new byte[buffer.remaining()];
      buffer.get(part);
      bytes.writeBytes(part);
    }
  }

  /** The exchange failed, before the response began or in the middle of it. */
  @Override
  public void onError(Throwable error) {
    HttpResponse.ResponseInfo begun = head;
    if (begun == null) {
      reply.completeExceptionally(error);
    } else {
      end(begun, false);
    }
  }

  @Override
  public void onComplete() {
    HttpResponse.ResponseInfo begun = head;
    if (begun != null) {
      end(begun, true);
    }
  }

  private void end(HttpResponse.ResponseInfo begun, boolean whole) {
    reply.complete(
        new Reply(
            begun.statusCode(),
            name -> begun.headers().firstValue(name),
            bytes.toString(StandardCharsets.UTF_8),
            whole));
  }
}
