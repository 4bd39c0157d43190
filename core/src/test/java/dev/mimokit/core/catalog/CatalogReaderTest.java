package dev.mimokit.core.catalog;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | r.json: 'schemaVersion' is missing",
        "[] | r.json must be an object: []",
        "{'schemaVersion': 2} | r.json: schemaVersion must be 1: 2",
        "{'schemaVersion': 1.5} | r.json: 'schemaVersion' must be a whole number: 1.5",
        "{'schemaVersion': 1, 'revision': 7} | r.json: 'revision' must be a text: 7",
        "{'schemaVersion': 1, 'revision': 'r', 'source': 's', 'models': {}}"
            + " | r.json: 'models' must be a list: {}",
        "{'schemaVersion': 1, 'revision': 'r', 'source': 's', 'models': [3]}"
            + " | r.json/models[0] must be an object: 3",
        "{'schemaVersion': 1, 'revision': 'r', 'source': 's', 'models': [{'id': 'a', 'series': 'b',"
            + " 'kind': 'SMELL'}]}"
            + " | r.json/models[0]: 'kind' must be one of [TEXT, TTS, ASR]: SMELL",
      })
  void refuses_a_wrong_value_by_its_place(String json, String message) {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> CatalogReader.read("r.json", new ByteArrayInputStream(bytes)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
