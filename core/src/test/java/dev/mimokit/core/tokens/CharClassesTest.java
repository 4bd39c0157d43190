package dev.mimokit.core.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class CharClassesTest {

  /** Starters that compose, and marks of low and high combining classes. */
  private static final List<String> BEFORE =
      List.of("", "a", "q\u0301", "q\u0345", "\u1100", "\uAC00", "\u0915", "\u3046", "\u0BC6");

  @Test
  void what_nfc_leaves_alone_it_leaves_alone_behind_anything() {
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      if (CharClasses.mayCompose(CharClasses.flags(Character.toChars(point)[0]))) {
        continue;
      }
      for (String before : BEFORE) {
        String text = before + Character.toString(point);
        assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).as("U+%X", point).isTrue();
      }
    }
  }

  @Test
  void nothing_below_the_first_combining_character_may_compose() {
    for (char unit = 0; unit < CharClasses.FIRST_COMBINING; unit++) {
      assertThat(CharClasses.mayCompose(CharClasses.flags(unit))).isFalse();
    }
  }
}
