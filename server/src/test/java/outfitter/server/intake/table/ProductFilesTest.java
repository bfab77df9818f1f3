package outfitter.server.intake.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import outfitter.models.intake.CustomerFact;
import outfitter.models.intake.ProductFact;
import outfitter.models.intake.VariantFact;
import outfitter.models.shop.Money;

class ProductFilesTest {
    private static final String OLD =
            "Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,"
                    + "Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,"
                    + "Variant Inventory Policy,Variant Price,Cost per item,Image Src,Status";
    private static final String NEW = "Title,URL handle,Description,Vendor,Product category,Type,Tags,"
            + "Published on online store,Status,SKU,Option1 name,Option1 value,Price,Cost per item,Inventory tracker,"
            + "Inventory quantity,Continue selling when out of stock,Product image URL,Variant image URL";

    @Test
    void shopifysOlderColumnsTellAProductWithItsVariants() {
        Reading reading = Reading.of(
                Kind.PRODUCTS,
                OLD,
                "peak-boot,Peak Boot,<p>Dry &amp; warm.</p><p>Light.</p>,Heron,Apparel > Shoes > Boots,Boots,"
                        + "\"winter, wet\",true,Size,42,Color,Blue,PB-42-B,shopify,5,deny,129.00,60,http://cdn.example/a.jpg?v=1,active",
                "peak-boot,,,,,,,,,43,,Blue,PB-43-B,shopify,-2,deny,129.00,60,,",
                "peak-boot,,,,,,,,,44,,Blue,,,,continue,129.00,,,",
                "peak-boot,,,,,,,,,,,,,,,,,,b.jpg,",
                "wax,Wax,,,,Care,,true,Title,Default Title,,,,,,,9.50,,,draft");

        ProductFact boot = reading.facts(ProductFact.class).get(0);
        assertThat(boot.id()).isEqualTo("peak-boot");
        assertThat(boot.description()).isEqualTo("Dry & warm.\nLight.");
        assertThat(boot.category()).isEqualTo("Apparel > Shoes > Boots");
        assertThat(boot.tags()).containsExactly("winter", "wet");
        assertThat(boot.variants())
                .extracting(VariantFact::sku)
                .containsExactly("PB-42-B", "PB-43-B", "peak-boot-44-blue");
        assertThat(boot.variants()).extracting(VariantFact::size).containsExactly("42", "43", "44");
        assertThat(boot.variants()).extracting(VariantFact::quantity).containsExactly(5, 0, VariantFact.NOT_COUNTED);
        assertThat(boot.variants().get(0).colour()).isEqualTo("Blue");
        assertThat(boot.variants()).extracting(VariantFact::picture).containsOnly("https://cdn.example/a.jpg?v=1");
        ProductFact wax = reading.facts(ProductFact.class).get(1);
        assertThat(wax.active()).isFalse();
        assertThat(wax.category()).isEqualTo("Care");
        assertThat(wax.variants().get(0).sku()).isEqualTo("wax");
        assertThat(reading.rejected()).isEmpty();
    }

    @Test
    void shopifysNewerColumnsTellTheSame() {
        Reading reading = Reading.of(
                Kind.PRODUCTS,
                NEW,
                "Peak Boot,peak-boot,<p>Dry.</p>,Heron,Apparel > Shoes,Boots,winter,TRUE,Active,PB-42,Size,42,129.00,60,"
                        + "shopify,5,FALSE,a.jpg,",
                ",peak-boot,,,,,,,,PB-43,,43,131.00,60,shopify,2,TRUE,,https://cdn.example/43.jpg",
                "Wax,,,,,,,,,,,,9.50,,,,,,");

        assertThat(reading.survey().format()).isEqualTo(Format.SHOPIFY);
        ProductFact boot = reading.facts(ProductFact.class).get(0);
        assertThat(boot.variants()).extracting(VariantFact::size).containsExactly("42", "43");
        assertThat(boot.variants().get(1).quantity()).isEqualTo(VariantFact.NOT_COUNTED);
        assertThat(boot.variants().get(1).price()).isEqualTo(new Money(13_100, "GBP"));
        assertThat(boot.variants())
                .as("a file's name alone is no address")
                .extracting(VariantFact::picture)
                .containsExactly(null, "https://cdn.example/43.jpg");
        assertThat(reading.facts(ProductFact.class).get(1).id()).isEqualTo("wax");
    }

    @Test
    void ourOwnColumnsNeedThreeOnly() {
        Reading reading =
                Reading.of(Kind.PRODUCTS, "sku,title,price", "ES,Eel sock,\"4,50\"", "GB-7,Peak boot,\"129,00\"");

        assertThat(reading.facts(ProductFact.class)).hasSize(2);
        ProductFact sock = reading.facts(ProductFact.class).get(0);
        assertThat(sock.variants().get(0).price()).isEqualTo(new Money(450, "GBP"));
        assertThat(sock.variants().get(0).quantity()).isNull();
        assertThat(sock.description()).isNull();
        assertThat(sock.tags()).isNull();
        assertThat(reading.survey().words()).contains("decimal comma");
    }

    @Test
    void theSameSkuTwiceIsRejectedTheSecondTime() {
        Reading reading = Reading.of(
                Kind.PRODUCTS,
                "id,sku,title,price",
                "sock,ES,Eel sock,4.50",
                "wax,WX,Wax,9.50",
                "other,ES,Other sock,5.00");

        assertThat(reading.facts(ProductFact.class)).extracting(ProductFact::id).containsExactly("sock", "wax");
        assertThat(reading.reasons()).containsExactly("4: sku ES stands already on line 2");
    }

    @Test
    void aBadVariantLeavesTheOthersOfItsProduct() {
        Reading reading = Reading.of(
                Kind.PRODUCTS,
                "id,sku,title,price,size",
                "boot,B1,Boot,10,41",
                "boot,B2,Boot,-3,42",
                "boot,B3,Boot,dear,43");

        assertThat(reading.facts(ProductFact.class).get(0).variants())
                .extracting(VariantFact::sku)
                .containsExactly("B1");
        assertThat(reading.reasons())
                .containsExactly("3: the price is below nought", "4: the price \"dear\" is not an amount");
    }

    @Test
    void customersOfBothSorts() {
        Reading plain = Reading.of(
                Kind.CUSTOMERS,
                "id,name,email,postcode",
                "7,Ada,ada@example.org,BS1 4DJ",
                "7,Bo,bo@example.org,",
                ",Cy,nowhere,");
        Reading shopify = Reading.of(
                Kind.CUSTOMERS,
                "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Zip,Phone",
                "'8001,Ada,Lovelace,ada@example.org,yes,'10115,'+4930123");

        assertThat(plain.facts(CustomerFact.class))
                .extracting(CustomerFact::name)
                .containsExactly("Ada");
        assertThat(plain.reasons())
                .containsExactly("3: customer id 7 stands already on line 2", "4: the e-mail address has no @");
        assertThat(shopify.facts(CustomerFact.class))
                .containsExactly(
                        new CustomerFact("8001", "Ada Lovelace", "ada@example.org", "+4930123", "10115", null, null));
    }
}
