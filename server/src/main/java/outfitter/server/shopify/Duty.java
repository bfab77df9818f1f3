package outfitter.server.shopify;

import java.util.List;

/**
 * Something that a person has to do because Shopify asks for it in somebody's name.
 *
 * @param about 'shopify-customer:207119551', or 'shop:954889' when it is about all of them
 * @param orders Shopify's ids of the orders that it names
 */
record Duty(String about, List<String> orders) {
    Duty {
        orders = List.copyOf(orders);
    }
}
