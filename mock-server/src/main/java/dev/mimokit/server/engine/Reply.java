package dev.mimokit.server.engine;

import java.util.List;

/** What a lane exchange answered, as the journal tells it. */
sealed interface Reply permits WholeReply, StreamReply {

  /** The HTTP status; 0 when the connection was dropped. */
  int status();

  List<Header> headers();

  /** The body to show; for a stream a comment that says how far it came. */
  byte[] body();

  /** Bytes to charge to the journal's budget. */
  int weight();
}
