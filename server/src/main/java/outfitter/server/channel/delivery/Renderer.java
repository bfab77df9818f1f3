package outfitter.server.channel.delivery;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.Audience;
import outfitter.models.conversation.Card;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.shop.ProductCards;
import outfitter.models.shop.VariantCard;
import outfitter.server.channel.Words;

/** Makes replies of entries: the only way from an entry to a service. What is not meant for customers becomes nothing. */
final class Renderer {
    private static final String PRODUCT_PAGE = "/p/";
    private static final Pattern PHOTO = Pattern.compile("(?i).*\\.(jpe?g|png)(\\?.*)?");

    private final ProductCards products;
    private final Words words;
    private final @Nullable String base;

    /** @param base where our pages are found by anybody, 'https://chat.shop.example'; null when nobody said */
    Renderer(ProductCards products, Words words, @Nullable String base) {
        this.products = products;
        this.words = words;
        this.base = base;
    }

    /** What the customer gets of {@code entry}; empty when there is nothing to bring. */
    Future<Optional<Reply>> of(Entry entry, Instant now) {
        if (!entry.isFor(Audience.CUSTOMER)) return Future.succeededFuture(Optional.empty());
        EntryBody body = entry.body();
        if (body instanceof EntryBody.BotMessage said) return reply(said.text(), said.buttons(), said.cards());
        if (body instanceof EntryBody.AgentMessage said) return reply(said.text(), List.of(), said.cards());
        if (body instanceof EntryBody.Claimed claimed) {
            return reply(words.claimed(claimed.agent(), now), List.of(), List.of());
        }
        if (body instanceof EntryBody.ReturnedToBot returned && returned.account() != null) {
            return reply(words.returned(now), List.of(), List.of());
        }
        return Future.succeededFuture(Optional.empty());
    }

    private Future<Optional<Reply>> reply(String text, List<String> buttons, List<Card> cards) {
        if (cards.isEmpty()) return Future.succeededFuture(Optional.of(new Reply(text, buttons, List.of())));
        return products.detailed(cards.stream().map(Card::product).distinct().toList())
                .map(found -> found.stream()
                        .collect(Collectors.toMap(each -> each.card().id(), Function.identity())))
                .map(shown -> Optional.of(new Reply(text, buttons, show(cards, shown))));
    }

    // A product that the shop no longer has is left out: an old card never lies.
    private List<Reply.Shown> show(List<Card> cards, Map<String, ProductCards.Detailed> shown) {
        return cards.stream()
                .filter(card -> shown.containsKey(card.product()))
                .map(card -> show(card, Objects.requireNonNull(shown.get(card.product()))))
                .toList();
    }

    private Reply.Shown show(Card card, ProductCards.Detailed product) {
        Optional<VariantCard> meant = product.variants().stream()
                .filter(variant -> variant.sku().equals(card.sku()))
                .findFirst();
        String price =
                meant.map(VariantCard::price).orElse(product.card().price()).in(Locale.UK);
        String picture = meant.map(VariantCard::picture).orElse(product.card().picture());
        return new Reply.Shown(
                product.card().title(),
                price,
                card.note(),
                base == null ? null : base + PRODUCT_PAGE + product.card().id(),
                photo(picture));
    }

    // Services fetch pictures themselves, from the open net, and take photographs only.
    private @Nullable String photo(String picture) {
        if (!PHOTO.matcher(picture).matches()) return null;
        if (picture.startsWith("https://")) return picture;
        return base != null && base.startsWith("https://") && picture.startsWith("/") ? base + picture : null;
    }
}
