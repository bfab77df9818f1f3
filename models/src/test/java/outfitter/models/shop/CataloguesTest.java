package outfitter.models.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static outfitter.models.shop.SmallShop.await;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.json.Json;
import outfitter.models.testing.PostgresExtension;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CataloguesTest {
    private final Pool db;

    CataloguesTest(Pool db) {
        this.db = db;
    }

    @BeforeAll
    void openShop() {
        SmallShop shop = SmallShop.open(db);
        shop.run("""
                INSERT INTO review (product, customer, stars, title, body, state, at) VALUES
                  ('granite-boot', $1, 5, 'Dry', 'Feet stayed dry.', 'published', now()),
                  ('granite-boot', $1, 4, 'Good', 'Good.', 'published', now()),
                  ('granite-boot', $1, 1, 'Bad', 'Waiting to be read.', 'pending', now())
                """, Tuple.of(shop.customer("Ada Byron Lovelace").value()));
    }

    @Test
    void theCatalogueIsReadInShopOrder() {
        Catalogue catalogue = await(new Catalogues(db).load());

        assertThat(catalogue.products())
                .extracting(Product::id)
                .containsExactly("granite-boot", "ember-stove", "gas-230");
        assertThat(catalogue.in("kitchen")).extracting(Product::id).containsExactly("ember-stove", "gas-230");
        assertThat(catalogue.path("kitchen/fuel")).extracting(Category::name).containsExactly("Camp kitchen", "Fuel");
        assertThat(catalogue.productOf("GB-7").orElseThrow().price()).hasValue(new Money(16900, "GBP"));
        assertThat(catalogue.category("footwear/hiking-boots").orElseThrow().sizeTable())
                .isNotNull();
        assertThat(catalogue.rating("granite-boot")).isEqualTo(new Rating(4.5, 2));
        assertThat(catalogue.rating("gas-230")).isEqualTo(Rating.NONE);
    }

    @Test
    void anotherReadingReplacesTheWholePicture() {
        CurrentCatalogue current = new CurrentCatalogue(new Catalogues(db));

        Catalogue before = current.get();
        await(current.reload());

        assertThat(before.products()).isEmpty();
        assertThat(current.get().products()).hasSize(3);
    }

    @Test
    void onlyPublishedReviewsAreShownWithTheirAuthorsInitial() {
        List<Review> reviews = await(new Reviews(db).ofProduct("granite-boot", 10));

        assertThat(reviews).hasSize(2).extracting(Review::author).containsOnly("Ada B.");
    }

    @Test
    void stockIsReadWhenServing() {
        Stocks stocks = new Stocks(db);

        assertThat(await(stocks.of(List.of("GB-7", "nothing"))))
                .containsEntry("GB-7", new Stock("GB-7", 1, null))
                .containsEntry("nothing", new Stock("nothing", 0, null));
        assertThat(await(stocks.ofProducts(Set.of("granite-boot")))).containsOnlyKeys("GB-6", "GB-7");
    }

    @Test
    void whatCustomersSeeOfAProductSaysNothingOfItsCost() {
        CurrentCatalogue current = new CurrentCatalogue(new Catalogues(db));
        await(current.reload());

        var cards = await(
                new ProductCards(current, new Stocks(db)).detailed(List.of("granite-boot", "unknown", "ember-stove")));

        assertThat(cards).extracting(each -> each.card().id()).containsExactly("granite-boot", "ember-stove");
        assertThat(cards).extracting(each -> each.card().inStock()).containsExactly(true, false);
        assertThat(cards.get(0).variants())
                .extracting(VariantCard::stock)
                .containsExactly(Stock.Level.IN, Stock.Level.LOW);
        assertThat(Json.write(cards)).contains("16900").doesNotContain("8111", "8222", "2133", "cost");
        assertThat(Json.write(current.get().products())).doesNotContain("8111", "8222", "2133", "cost");
    }

    @Test
    void thePoliciesOfAFreshShopCanBeRead() {
        Policies policies = new Policies(db);

        assertThat(await(policies.returns()).windowDays()).isEqualTo(30);
        assertThat(await(policies.openingHours()).openings()).hasSize(6);
        assertThat(await(policies.orderNumbers())).isSameAs(OrderNumbers.STANDARD);
        assertThat(await(policies.read("unknown", ReturnPolicy.class))).isEmpty();
    }

    @Test
    void deliveryIsFreeFromItsLimitOn() {
        List<DeliveryOption> options = await(new DeliveryOptions(db).to("GB"));

        assertThat(options).extracting(DeliveryOption::id).containsExactly("standard", "express");
        assertThat(options.get(0).priceFor(new Money(5999, "GBP")).minor()).isEqualTo(395);
        assertThat(options.get(0).priceFor(new Money(6000, "GBP")).minor()).isZero();
        assertThat(options.get(1).priceFor(new Money(90000, "GBP")).minor()).isEqualTo(695);
        assertThat(await(new DeliveryOptions(db).to("NZ"))).isEmpty();
    }
}
