package outfitter.bot.understanding;

import java.util.Set;
import outfitter.models.shop.Catalogue;

/** The names of products and colours in one catalogue. */
record ShopWords(Catalogue catalogue, ProductIndex products, Colours colours) {
    static ShopWords of(Catalogue catalogue, Set<String> everyday) {
        return new ShopWords(catalogue, new ProductIndex(catalogue, everyday), new Colours(catalogue));
    }
}
