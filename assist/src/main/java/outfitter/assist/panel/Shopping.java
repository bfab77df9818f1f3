package outfitter.assist.panel;

import java.util.List;
import java.util.Optional;
import outfitter.models.shop.Cart;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Money;
import outfitter.models.shop.Order;
import outfitter.models.shop.OrderLine;
import outfitter.models.shop.Product;
import outfitter.models.shop.Variant;

/** Orders and carts in the words of the catalogue; what it no longer knows keeps its handle for a title. Pure. */
final class Shopping {
    private final Catalogue catalogue;

    Shopping(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Panel.Bought bought(Order order) {
        return new Panel.Bought(
                order.number(),
                order.placedAt(),
                order.state(),
                order.total(),
                order.lines().stream().map(this::line).toList(),
                order.shipment()
                        .map(parcel -> new Panel.Parcel(
                                parcel.state(), parcel.carrier(), parcel.tracking(), parcel.expectedOn()))
                        .orElse(null),
                order.returns().stream()
                        .map(back -> new Panel.SentBack(back.number(), back.state(), back.reason(), back.line()))
                        .toList());
    }

    /** Empty for a cart without anything that the catalogue knows. */
    Optional<Panel.InCart> cart(Cart cart) {
        List<Panel.Line> items = cart.lines().stream()
                .flatMap(line -> catalogue.variant(line.sku()).stream()
                        .map(variant -> line(variant.sku(), variant.product(), line.quantity(), variant.price())))
                .toList();
        return items.stream()
                .map(item -> item.price().times(item.quantity()))
                .reduce(Money::plus)
                .map(total -> new Panel.InCart(items, total));
    }

    private Panel.Line line(OrderLine line) {
        return line(line.sku(), line.product(), line.quantity(), line.price());
    }

    private Panel.Line line(String sku, String product, int quantity, Money price) {
        Optional<Product> known = catalogue.product(product);
        Optional<Variant> variant = catalogue.variant(sku);
        return new Panel.Line(
                sku,
                product,
                known.map(Product::title).orElse(product),
                variant.map(Variant::size).orElse(null),
                variant.map(Variant::colour).orElse(null),
                quantity,
                price,
                known.map(one -> variant.map(one::picture).orElseGet(one::picture))
                        .orElse(null));
    }
}
