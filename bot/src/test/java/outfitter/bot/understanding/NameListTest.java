package outfitter.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NameListTest {
    @Test
    void theLongestNameFromEachWordOnIsFoundInWhateverCase() {
        NameList<String> names = new NameList<>();
        names.add(List.of("Ink", "Blue"), "ink");
        names.add(List.of("blue"), "any blue");
        names.add(List.of(), "nothing");

        assertThat(names.in(List.of("an", "ink", "BLUE", "or", "blue", "one")))
                .containsExactly(new NameList.Found<>("ink", 1, 2), new NameList.Found<>("any blue", 4, 4));
        assertThat(names.in(List.of())).isEmpty();
        assertThat(names.meaning(List.of("INK", "blue"))).contains("ink");
    }
}
