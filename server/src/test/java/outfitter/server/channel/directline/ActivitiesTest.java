package outfitter.server.channel.directline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import outfitter.models.conversation.Card;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.json.Json;
import outfitter.models.shop.Money;
import outfitter.models.shop.ProductCard;
import outfitter.models.shop.ProductCards;
import outfitter.models.shop.Stock;
import outfitter.models.shop.VariantCard;
import outfitter.server.site.Visitor;

class ActivitiesTest {
    private static final UUID IMPRESSION = UUID.fromString("11111111-2222-3333-4444-555555555555");

    private final Activities look = new Activities(Visitor.anonymous(Visitor.freshId()), "Pip", "https://chat.example");

    @Test
    void aProductIsACardWithThePriceOfTheVariantThatIsMeant() {
        JsonNode card = card(new Card("boot", "boot-43", IMPRESSION, "keeps your feet dry"));

        assertThat(card.at("/contentType").textValue()).isEqualTo("application/vnd.microsoft.card.hero");
        assertThat(card.at("/content/title").textValue()).isEqualTo("Granite Boot");
        assertThat(card.at("/content/subtitle").textValue()).isEqualTo("£149.00");
        assertThat(card.at("/content/text").textValue()).isEqualTo("keeps your feet dry");
        assertThat(card.at("/content/images/0/url").textValue())
                .isEqualTo("https://chat.example/pictures/boot.svg?colour=222222");
        assertThat(card.at("/content/buttons/0/value").textValue()).isEqualTo("https://chat.example/p/boot");
    }

    @Test
    void ourOwnClientsGetTheWholeProduct() {
        JsonNode product = card(new Card("boot", "boot-43", IMPRESSION, null)).at("/content/product");

        assertThat(product.at("/id").textValue()).isEqualTo("boot");
        assertThat(product.at("/price/minor").longValue()).isEqualTo(12_900);
        assertThat(product.at("/variants/1/stock").textValue()).isEqualTo("low");
        assertThat(product.at("/suggestion").textValue()).isEqualTo(IMPRESSION.toString());
        assertThat(product.at("/sku").textValue()).isEqualTo("boot-43");
        assertThat(product.has("note")).isFalse();
    }

    @Test
    void aProductThatTheShopNoLongerHasIsLeftOut() {
        Entry entry = said(new Card("gone", null, null, null));

        assertThat(look.of(entry, Map.of()).orElseThrow().attachments()).isNull();
    }

    private JsonNode card(Card card) {
        return Json.tree(look.of(said(card), Map.of("boot", boot())).orElseThrow())
                .at("/attachments/0");
    }

    private static Entry said(Card card) {
        return new Entry(
                new ConversationId(1),
                1,
                Instant.EPOCH,
                new EntryBody.BotMessage("How about this?", List.of(), List.of(card), null));
    }

    private static ProductCards.Detailed boot() {
        return new ProductCards.Detailed(
                new ProductCard(
                        "boot",
                        "Granite Boot",
                        "Fell",
                        "footwear",
                        "Boots",
                        gbp(12_900),
                        List.of(),
                        true,
                        4.5,
                        12,
                        "/pictures/boot.svg"),
                List.of(
                        new VariantCard(
                                "boot-42",
                                "42",
                                "grey",
                                "#111111",
                                gbp(12_900),
                                Stock.Level.IN,
                                null,
                                "/pictures/boot.svg"),
                        new VariantCard(
                                "boot-43",
                                "43",
                                "black",
                                "#222222",
                                gbp(14_900),
                                Stock.Level.LOW,
                                2,
                                "/pictures/boot.svg?colour=222222")));
    }

    private static Money gbp(long minor) {
        return new Money(minor, "GBP");
    }
}
