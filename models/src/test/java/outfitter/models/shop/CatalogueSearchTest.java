package outfitter.models.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outfitter.models.demo.DemoData;

class CatalogueSearchTest {
    private static final Catalogue CATALOGUE = DemoData.catalogue(Instant.parse("2027-02-03T09:30:00Z"));

    @ParameterizedTest
    @CsvSource({
        "hiking boots, footwear/hiking-boots",
        "hikng bots, footwear/hiking-boots",
        "HIKING BOOT!, footwear/hiking-boots",
        "I need boots for a hike in the alps, footwear/hiking-boots",
        "waterprof jaket, clothing/rain-jackets",
        "rain coat, clothing/rain-jackets",
        "headtorch, camping/head-torches",
        "head lamp, camping/head-torches",
        "slepping bag, camping/sleeping-bags",
        "camping gaz, kitchen/fuel",
        "trail runing shoe, footwear/trail-running-shoes",
        "trainers, footwear/trail-running-shoes",
        "sunglases, snow/goggles",
        "batteries, camping/power",
        "mosquito, trail/first-aid",
        "two-person tent, camping/trekking-tents"
    })
    void whatIsMeantIsFoundHoweverItIsSpelt(String words, String leaf) {
        List<Hit> hits = CATALOGUE.search(words, 3);

        assertThat(hits)
                .isNotEmpty()
                .allSatisfy(hit -> assertThat(hit.product().category()).isEqualTo(leaf));
    }

    @ParameterizedTest
    @CsvSource({
        "granite peek, granite-peak-mid",
        "grnaite peak mid, granite-peak-mid",
        "fleet fox storm, fleet-fox-storm",
        "powerbank, power-brick-10",
        "rucksack 50 litres, longstride-50",
        "childrens jacket, puddle-junior-jacket"
    })
    void aProductIsFoundByItsName(String words, String product) {
        assertThat(CATALOGUE.search(words, 1))
                .extracting(hit -> hit.product().id())
                .containsExactly(product);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "the", "please help me", "asdfghjk", "?!", "🏔"})
    void wordsThatSayNothingFindNothing(String words) {
        assertThat(CATALOGUE.search(words, 5)).isEmpty();
    }

    @Test
    void scoresTellASureMatchFromAGuess() {
        double sure = CATALOGUE.search("rain jacket", 1).get(0).score();
        double guess = CATALOGUE.search("something dry for scotland", 1).get(0).score();

        assertThat(sure).isBetween(0.9, 1.0);
        assertThat(guess).isLessThan(0.7);
    }

    @Test
    void theBestComeFirstAndNoMoreThanAskedFor() {
        List<Hit> hits = CATALOGUE.search("merino", 7);

        assertThat(hits).hasSize(7).isSortedAccordingTo((one, other) -> Double.compare(other.score(), one.score()));
    }

    @Test
    void aLongTextIsAnsweredQuickly() {
        String text = "boots ".repeat(30_000);

        assertThat(CATALOGUE.search(text, 3)).isNotEmpty();
    }
}
