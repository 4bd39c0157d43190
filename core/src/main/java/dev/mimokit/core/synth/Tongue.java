package dev.mimokit.core.synth;

import java.util.List;

/**
 * Tells the language of a prompt: by its script, and among Latin letters by its small words.
 * Anything else is taken for English. Stateless and thread-safe.
 */
final class Tongue {

  /** How much of a prompt is looked at to tell its script, UTF-16 units. */
  private static final int LOOKED_AT = 4096;

  /**
   * Among Latin letters, words looked at: small words come early, and this is asked of every call.
   */
  private static final int WORDS = 48;

  private static final int LATIN_LOOKED_AT = 400;

  /** So many more small words than any other language has settle it. */
  private static final int LEAD = 5;

  /** Nothing but Latin letters, their marks and punctuation stands before it. */
  private static final char FIRST_OTHER = '\u0370';

  /** A Han character or a syllable says about as much as this many letters. */
  private static final int LETTERS_PER_SIGN = 3;

  /** English first: it is the answer where no other has more. */
  private static final List<Sentences> LATIN =
      List.of(
          Lexicon.ENGLISH,
          Lexicon.GERMAN,
          Lexicon.FRENCH,
          Lexicon.SPANISH,
          Lexicon.PORTUGUESE,
          Lexicon.ITALIAN);

  /** Small words by the place of their language in {@link #LATIN}. */
  private static final SmallWords SMALL_WORDS =
      new SmallWords(
          "the of and to is are what how why who which this that with for you your write give"
              + " tell please hello use an on it my can do does from",
          "der das und ist nicht ein eine einen wie geht ich sie wir mit auf für zu den dem von"
              + " bitte hallo guten schreibe erkläre mir was warum wer über kannst gib auch wird",
          "le les des et est vous je une dans pour pas sur avec bonjour merci comment pourquoi"
              + " quel quelle ce cette mon ma écris explique moi sont du au aux ou où ne elle"
              + " nous",
          "el los las y en por para una hola gracias cómo qué cuál quién está escribe explica"
              + " dime es del al lo su muy pero más dónde quiero puedes son hay",
          "os não uma em com você olá obrigado obrigada como está qual quem escreva diga são do"
              + " da dos das ao meu minha mais mas isso por para favor quero pode também um",
          "il gli di non che per sono ciao grazie come stai perché quale chi scrivi spiega dimmi"
              + " della del nel una mio mia più ma anche questo questa puoi lo un");

  private Tongue() {}

  static Sentences of(String prompt) {
    int end = Math.min(LOOKED_AT, prompt.length());
    for (int i = 0; i < end; i++) {
      if (prompt.charAt(i) >= FIRST_OTHER) {
        return byScript(prompt, end);
      }
    }
    return byWords(prompt);
  }

  private static Sentences byScript(String prompt, int end) {
    int kana = 0;
    int han = 0;
    int hangul = 0;
    int cyrillic = 0;
    int letters = 0;
    for (int i = 0; i < end; i++) {
      char unit = prompt.charAt(i);
      if (unit >= '\u3041' && unit <= '\u30FA') {
        kana++;
      } else if (unit >= '\u4E00' && unit <= '\u9FFF') {
        han++;
      } else if (unit >= '\uAC00' && unit <= '\uD7A3') {
        hangul++;
      } else if (unit >= '\u0400' && unit <= '\u04FF') {
        cyrillic++;
      } else if (Character.isLetter(unit)) {
        letters++;
      }
    }
    if ((kana + han) * LETTERS_PER_SIGN > letters + cyrillic && kana + han > hangul) {
      return kana > 0 ? Lexicon.JAPANESE : Lexicon.CHINESE;
    }
    if (hangul * LETTERS_PER_SIGN > letters + cyrillic) {
      return Lexicon.KOREAN;
    }
    return cyrillic > letters ? Lexicon.RUSSIAN : byWords(prompt);
  }

  /** The language most of whose small words stand there; English when others have no more. */
  private static Sentences byWords(String prompt) {
    int[] found = new int[LATIN.size()];
    int end = Math.min(LATIN_LOOKED_AT, prompt.length());
    int words = 0;
    int letters = 0;
    long word = SmallWords.NONE;
    for (int i = 0; i <= end && words < WORDS; i++) {
      char unit = i == end ? ' ' : prompt.charAt(i);
      if (Character.isLetter(unit)) {
        word = SmallWords.with(word, unit);
        letters++;
      } else if (letters > 0) {
        words++;
        int language = SMALL_WORDS.language(word);
        if (language >= 0 && ++found[language] >= LEAD && leads(language, found)) {
          return LATIN.get(language);
        }
        word = SmallWords.NONE;
        letters = 0;
      }
    }
    int best = 0;
    for (int language = 1; language < found.length; language++) {
      best = found[language] > found[best] ? language : best;
    }
    return LATIN.get(best);
  }

  private static boolean leads(int language, int[] found) {
    for (int other = 0; other < found.length; other++) {
      if (other != language && found[language] - found[other] < LEAD) {
        return false;
      }
    }
    return true;
  }
}
