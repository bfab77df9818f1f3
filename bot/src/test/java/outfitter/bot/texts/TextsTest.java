package outfitter.bot.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outfitter.bot.dialogue.Line;
import outfitter.models.shop.Money;

/** Texts and their slots. */
final class TextsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

    private static String fill(String template, Map<String, Object> values) {
        return Template.parse(template).fill(values, (slot, value) -> String.valueOf(value));
    }

    @Test
    void aSlotTakesItsValueAndAPluralItsBranch() {
        String text = "{name} has {count, plural, =0 {none} one {# boot} other {# boots}}.";

        assertThat(fill(text, Map.of("name", "Ada", "count", 0))).isEqualTo("Ada has none.");
        assertThat(fill(text, Map.of("name", "Ada", "count", 1))).isEqualTo("Ada has 1 boot.");
        assertThat(fill(text, Map.of("name", "Ada", "count", 7))).isEqualTo("Ada has 7 boots.");
    }

    @Test
    void aTextWithoutWordsStopsTheStartWithItsName() {
        Map<String, Line> lines = Map.of("a", Line.of("a"), "b.c", Line.of("b.c"));

        assertThatThrownBy(() -> Texts.checked(Map.of("a", "x"), lines)).hasMessageContaining("b.c");
    }

    @Test
    void anUnknownSlotStopsTheStartWithItsName() {
        Map<String, Line> lines = Map.of("a", Line.of("a", "order"));

        assertThatThrownBy(() -> Texts.checked(Map.of("a", "your {oder}"), lines))
                .hasMessageContaining("oder");
    }

    @Test
    void aTextThatNothingSaysStopsTheStart() {
        assertThatThrownBy(() -> Texts.checked(Map.of("stray", "x"), Map.of())).hasMessageContaining("stray");
    }

    @Test
    void anOpenBraceStopsTheStart() {
        Map<String, Line> lines = Map.of("a", Line.of("a", "order"));

        assertThatThrownBy(() -> Texts.checked(Map.of("a", "your {order"), lines))
                .hasMessageContaining("closed");
    }

    @Test
    void datesAreToldAsPeopleSayThem() {
        Line line = Line.of("handoff.will-write", "contact");
        Texts texts = loaded();

        assertThat(say(texts, line, LocalDate.of(2026, 11, 24))).contains("tomorrow, Tuesday 24 November");
        assertThat(say(texts, line, LocalDate.of(2026, 11, 23))).contains("today, Monday 23 November");
        assertThat(say(texts, line, LocalDate.of(2026, 11, 30))).contains("Monday 30 November");
        assertThat(say(texts, line, LocalDate.of(2027, 1, 4))).contains("Monday 4 January 2027");
        assertThat(say(texts, line, Instant.parse("2026-11-24T09:30:00Z"))).contains("24 November, at 09:30");
    }

    @Test
    void moneyAndListsAreToldInTheLanguage() {
        Line line = Line.of("handoff.will-write", "contact");
        Texts texts = loaded();

        assertThat(say(texts, line, new Money(12_900, "GBP"))).contains("£129.00");
        assertThat(say(texts, line, List.of("42", "43", "44"))).contains("42, 43 and 44");
    }

    private static String say(Texts texts, Line line, Object value) {
        return texts.say(line, Map.of("contact", value), MONDAY);
    }

    private static Texts loaded() {
        return Texts.load(Locale.UK, ZoneId.of("Europe/London"), outfitter.bot.SpokenLines.all());
    }
}
