package outfitter.bot.understanding.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that anybody may bring are read, or refused with the line and the cause. */
final class LabelledFileTest {
    @TempDir
    private Path directory;

    @Test
    void aCsvMayHaveItsColumnsInAnyOrder() throws IOException {
        LabelledFile file = read("a.csv", "id,intent,text\n1,greet,\"hello, you\"\n\n2,bye,\"see\nyou\"\n");

        assertThat(file.texts()).containsExactly("hello, you", "see\nyou");
        assertThat(file.intents()).containsExactly("greet", "bye");
    }

    @Test
    void aCsvAsExcelWritesItIsRead() throws IOException {
        LabelledFile file = read("a.csv", "\uFEFF\"text\",\"intent\"\r\n\"hello, you\",\"greet\"\r\n");

        assertThat(file.texts()).containsExactly("hello, you");
    }

    @Test
    void aQuotationMarkThatIsNeverClosedIsNamedByItsLine() {
        refused("a.csv", "text,intent\nhi,greet\n\"hello,greet\nbye,farewell\n", "a.csv:3: is not CSV");
    }

    @Test
    void rasasYamlIsReadAndItsEntitiesBecomeWords() throws IOException {
        LabelledFile file = read("nlu.yml", """
                version: "3.1"
                nlu:
                - intent: book
                  examples: |
                    - a table for [two](number)
                    - book [Rome]{"entity": "city", "value": "ROM"} please
                - synonym: two
                  examples: |
                    - 2
                - intent: greet
                  examples:
                  - text: |
                      hi there
                """);

        assertThat(file.texts()).containsExactly("a table for two", "book Rome please", "hi there");
        assertThat(file.intents()).containsExactly("book", "book", "greet");
        assertThat(file.rows().get(1).line()).isEqualTo(6);
    }

    @Test
    void whateverElseRasaKeepsBesideExamplesIsPassedOver() throws IOException {
        LabelledFile file = read("nlu.yaml", """
                # What the bot of a lending library hears.
                version: "2.0"
                responses:
                  utter_chitchat/name:
                  - text: I am a shelf.
                nlu:
                - lookup: branch
                  examples: |
                    - riverside
                - regex: card_number
                  examples: |
                    - \\d{8}
                - intent: chitchat/name
                  metadata:
                    mood: calm
                  examples: |
                    - what are you called?
                    # the next one is from a letter
                    -and your name is
                    this line has no dash

                - intent: lend
                  examples:
                  - text: |
                      lend me [Emma and Persuasion][{"entity": "title", "value": "Emma"}, {"entity": "title"}]
                    metadata:
                      mood: keen
                  - text: |
                      a novel by [her]{"entity": "author", "role": "writer", "group": "1"} please
                  - one more [thriller](genre)
                - intent: bye
                  examples: >
                    - see you
                    - so long
                """);

        assertThat(file.texts())
                .containsExactly(
                        "what are you called?",
                        "and your name is",
                        "lend me Emma and Persuasion",
                        "a novel by her please",
                        "one more thriller",
                        "see you",
                        "so long");
        assertThat(file.intents())
                .containsExactly("chitchat/name", "chitchat/name", "lend", "lend", "lend", "bye", "bye");
    }

    @Test
    void aFolderOfRasasFilesIsReadAsOne() throws IOException {
        Path data = Files.createDirectories(directory.resolve("data/nlu"));
        Files.writeString(data.resolve("a.yml"), "nlu:\n- intent: lend\n  examples: |\n    - lend me this\n");
        Files.writeString(data.resolve("b.yaml"), "nlu:\n- intent: renew\n  examples: |\n    - one more week\n");
        Files.writeString(directory.resolve("data/stories.yml"), "stories:\n- story: lending\n");
        Files.writeString(directory.resolve("data/notes.txt"), "not for the bot");

        LabelledFile file = LabelledFile.read(directory.resolve("data"));

        assertThat(file.intents()).containsExactly("lend", "renew");
        assertThatThrownBy(() -> file.teaching("oos"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("a.yml:4: \"lend\" has one example");
    }

    @Test
    void aCsvWithoutItsHeaderIsRefused() {
        refused("a.csv", "hello,greet\nbye,farewell\n", "a.csv:1: the header must be text,intent and has no \"text\"");
    }

    @Test
    void aCsvRowThatIsCutShortIsRefused() {
        refused("a.csv", "text,intent\nhello,greet\nbye\n", "a.csv:3: has 1 of the columns");
    }

    @Test
    void yamlThatIsNotRasasIsRefused() {
        refused("a.yml", "services:\n  web: 1\n", "a.yml:1: is not Rasa's: nothing called \"nlu\"");
        refused("a.yml", "nlu:\n- intent: greet\n", "a.yml:2: \"greet\" has no examples");
        refused("a.yml", "nlu:\n- intent: greet\n  examples: |\n    hello\n", "a.yml:4: an example of \"greet\"");
        refused("a.yml", "nlu: [\n", "is not YAML");
    }

    @Test
    void anAbsentEmptyOrBinaryFileIsRefused() throws IOException {
        refused("a.csv", "text,intent\n", "has no texts");
        assertThatThrownBy(() -> LabelledFile.read(directory.resolve("none.csv")))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("no such file");
        Files.write(directory.resolve("b.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThatThrownBy(() -> LabelledFile.read(directory.resolve("b.csv")))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("UTF-8");
        Files.write(directory.resolve("c.csv"), "text,intent\ncaf\u00e9,place\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> LabelledFile.read(directory.resolve("c.csv")))
                .hasMessageContaining("c.csv:2: is not UTF-8");
        assertThatThrownBy(() -> LabelledFile.read(directory)).hasMessageContaining("is a directory");
    }

    @Test
    void anIntentWithOneExampleCannotBeTaught() throws IOException {
        LabelledFile file = read("a.csv", "text,intent\nhi,greet\nhey,greet\nbye,farewell\nwhat,oos\n");

        assertThatThrownBy(() -> file.teaching("oos"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("a.csv:4: \"farewell\" has one example");
    }

    private void refused(String name, String content, String because) {
        assertThatThrownBy(() -> read(name, content))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining(because);
    }

    private LabelledFile read(String name, String content) throws IOException {
        return LabelledFile.read(Files.writeString(directory.resolve(name), content, StandardCharsets.UTF_8));
    }
}
