package outfitter.models.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Money;
import outfitter.models.shop.Product;
import outfitter.models.shop.Variant;

class PicturesTest {
    private static final Catalogue CATALOGUE = DemoData.catalogue(Instant.parse("2027-02-03T09:30:00Z"));
    private final Pictures pictures = new Pictures();

    @Test
    void everyProductHasAPictureInEveryColour() throws Exception {
        for (Product product : CATALOGUE.products()) {
            for (Variant variant : product.variants()) {
                String code = String.valueOf(variant.colourCode()).substring(1);
                String svg = pictures.of(product, CATALOGUE, code);

                assertThat(svg).contains("#" + code).doesNotContain("$", "<script", "href");
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
            }
        }
    }

    @Test
    void aColourThatTheProductDoesNotComeInMeansItsFirstOne() {
        Product boots = CATALOGUE.product("granite-peak-mid").orElseThrow();

        assertThat(pictures.of(boots, CATALOGUE, "ff00ff")).isEqualTo(pictures.of(boots, CATALOGUE, ""));
        assertThat(pictures.of(boots, CATALOGUE, "\"><script>")).isEqualTo(pictures.of(boots, CATALOGUE, ""));
    }

    @Test
    void twoProductsOfOneLeafDoNotLookTheSameInOneColour() {
        Product mid = CATALOGUE.product("granite-peak-mid").orElseThrow();
        Product high = CATALOGUE.product("fellwalker-mid").orElseThrow();

        assertThat(pictures.of(mid, CATALOGUE, "56657a")).isNotEqualTo(pictures.of(high, CATALOGUE, "56657a"));
    }

    @Test
    void anImportedProductWithoutCategoryStillHasAPicture() {
        Variant only = new Variant("X", "x", null, null, null, new Money(100, "GBP"));
        Product imported =
                new Product("x", "X", "", null, "", "", List.of(), false, true, Instant.EPOCH, List.of(only));

        assertThat(pictures.of(imported, Catalogue.of(List.of(), List.of(imported), Map.of()), ""))
                .startsWith("<svg");
    }
}
