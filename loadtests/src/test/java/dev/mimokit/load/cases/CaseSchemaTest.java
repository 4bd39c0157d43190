package dev.mimokit.load.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema and the reader take and refuse the same. */
class CaseSchemaTest {

  private static final String SMALL =
      """
      {"schemaVersion":1,"cases":[{"id":"7.1","title":"t","rule":"r","reason":"y",
        "time":"R5",
        "load":{"calls":2,"keys":1,"deadlineMillis":1000,"observeMillis":500,
                "models":["a","b"],"cancelMillis":5,"closedMillis":6,"firstPromptTokens":7},
        "phase":{"profile":"documented","windowAgeMillis":1,"usedRequests":1,"usedTokens":2,
                 "requestsPerMinute":3,"concurrency":4},
        "script":{"variants":[[{"status":429,"times":2}]],"then":"repeat"},
        "criteria":[{"aspect":"behavior","severity":"MUST","formula":"gap-min >= 0.05",
                     "reason":"y"}]}]}
      """;

  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(CaseCatalog.schema());

  static List<String> files() {
    return CaseCatalog.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void every_case_file_is_valid(String file) {
    assertThat(complaints(CaseCatalog.content(file))).isEmpty();
  }

  @Test
  void a_small_file_is_valid_for_both() {
    assertThat(complaints(SMALL)).isEmpty();
    assertThat(CaseCatalog.parse("x.json", SMALL).cases()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"title\":\"t\"  | \"tilte\":\"t\"",
        "\"status\":429   | \"status\":302",
        "\"times\":2      | \"tmies\":2",
        "\"then\":\"repeat\" | \"then\":\"again\"",
        "gap-min >= 0.05  | gap-min > 0.05",
        "\"calls\":2      | \"calls\":0",
        "\"MUST\"         | \"must\"",
        "\"time\":\"R5\",  | ''",
        "\"R5\"           | \"5 s\"",
        "\"a\",\"b\"      | 1",
      })
  void what_the_reader_refuses_the_schema_refuses(String part, String instead) {
    String broken = SMALL.replace(part, instead);

    assertThat(broken).isNotEqualTo(SMALL);
    assertThat(complaints(broken)).isNotEmpty();
    assertThat(refused(broken)).isTrue();
  }

  private Set<ValidationMessage> complaints(String content) {
    return schema.validate(content, InputFormat.JSON);
  }

  private static boolean refused(String content) {
    try {
      return CaseCatalog.parse("x.json", content).cases().isEmpty();
    } catch (CaseFormatException e) {
      return true;
    }
  }
}
