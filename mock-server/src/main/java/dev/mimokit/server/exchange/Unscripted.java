package dev.mimokit.server.exchange;

import dev.mimokit.server.script.Extent;
import dev.mimokit.server.script.ScriptedAnswer;
import dev.mimokit.server.script.Step;
import java.util.List;

/** What holds where no script has a say: the built-in behaviour, untouched. */
final class Unscripted {

  static final Step STEP =
      new Step(ScriptedAnswer.BUILT_IN, List.of(), new Extent.Attempts(Extent.MOST), 100);

  private Unscripted() {}
}
