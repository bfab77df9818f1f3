package outfitter.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import outfitter.models.shop.Catalogue;

/** Whatever is written, what is found in it stands where it says. */
final class SlotProperties {
    private static final Catalogue DEMO = DemoWares.catalogue();
    private static final SlotFinder FINDER = new SlotFinder("en", () -> DEMO);
    private static final Set<String> IDENTIFIERS = Set.of(Slots.ORDER, Slots.EMAIL, Slots.PHONE, Slots.POSTCODE);
    /** Far above what it takes, and far below what a customer would notice. */
    private static final long LONGEST_MILLIS = 250;

    @Property(tries = 400)
    void everyValueStandsInsideTheText(@ForAll("texts") String text) {
        SlotFinder.Found found = FINDER.in(text);

        assertThat(found.slots()).allSatisfy(slot -> {
            assertThat(slot.start()).isBetween(0, text.length());
            assertThat(slot.end()).isBetween(slot.start() + 1, text.length());
        });
        assertThat(found.mentions()).allSatisfy(mention -> {
            assertThat(mention.start()).isNotNegative().isLessThan(mention.end());
            assertThat(mention.end()).isLessThanOrEqualTo(text.length());
        });
    }

    @Property(tries = 400)
    void identifiersNeverOverlapAnythingElse(@ForAll("texts") String text) {
        List<Slot> found = FINDER.in(text).slots();
        List<Slot> identifiers =
                found.stream().filter(slot -> IDENTIFIERS.contains(slot.name())).toList();

        for (Slot identifier : identifiers) {
            assertThat(found).filteredOn(slot -> !slot.equals(identifier)).noneMatch(identifier::overlaps);
        }
    }

    @Property(tries = 60)
    void noTextTakesLong(@ForAll("longTexts") String text) {
        FINDER.in(text);
        long began = System.nanoTime();
        FINDER.in(text);

        assertThat((System.nanoTime() - began) / 1_000_000).isLessThan(LONGEST_MILLIS);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(80),
                pieces().list().ofMaxSize(14).map(list -> String.join(" ", list)),
                pieces().list().ofMaxSize(14).map(list -> String.join("", list)));
    }

    @Provide
    Arbitrary<String> longTexts() {
        return Arbitraries.oneOf(
                pieces().map(piece -> piece.repeat(5_000 / piece.length())),
                pieces().map(piece -> (piece + " ").repeat(5_000 / (piece.length() + 1))),
                Arbitraries.strings().ofLength(5_000));
    }

    private static Arbitrary<String> pieces() {
        return Arbitraries.of(
                "where is",
                "OF-104233",
                "of 1O4233",
                "#1001",
                "order 1001",
                "LA22 9DF",
                "postcode",
                "ada@example.org",
                "@",
                "07700 900123",
                "+44 7700 900123",
                "(0",
                "-",
                "lapwing",
                "granit peek",
                "fleetfox",
                "size 43",
                "32/34",
                "£149.99",
                "under 100",
                "two pairs of",
                "tomorrow",
                "24 nov",
                "12/11/2026",
                "in 3 weeks",
                "ink blue",
                "\u0130\u0131",
                "\ud83d\ude00\ud83c\udfd4\ufe0f",
                "\u0433\u0434\u0435 \u043c\u043e\u0439 \u0437\u0430\u043a\u0430\u0437",
                "\u6211\u7684\u8ba2\u5355",
                "\n",
                "and",
                "?");
    }
}
