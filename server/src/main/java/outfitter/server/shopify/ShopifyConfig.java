package outfitter.server.shopify;

import java.util.Currency;
import java.util.List;

/**
 * What an operator says of their Shopify shop.
 *
 * @param secrets with any of which a webhook may be signed, more than one while they are changed; empty when there is no shop
 * @param currency ISO 4217 code of prices that come without one, which those of products do
 */
public record ShopifyConfig(List<String> secrets, String currency) {
    public static final String SECRET = "OUTFITTER_SHOPIFY_SECRET";
    public static final String CURRENCY = "OUTFITTER_CURRENCY";
    public static final ShopifyConfig NONE = new ShopifyConfig(List.of(), "GBP");

    public ShopifyConfig {
        secrets = List.copyOf(secrets);
    }

    /** The code of a currency that there is; throws {@link IllegalArgumentException} for any other text. */
    public static String currency(String code) {
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(each -> each.getCurrencyCode().equals(code));
        if (!known) throw new IllegalArgumentException("must be a currency's code such as EUR, not \"" + code + "\"");
        return code;
    }
}
