package outfitter.server.channel.directline;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.Audience;
import outfitter.models.conversation.Card;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.EntryKind;
import outfitter.models.shop.ProductCards;
import outfitter.models.shop.VariantCard;
import outfitter.server.site.Visitor;

/**
 * How entries look to one visitor: pure, and the only way from an entry to a customer's socket. A kind that is not meant
 * for customers becomes nothing, and so does one that has no look of its own here.
 *
 * @param botName what customers call the bot
 * @param base where pictures and pages are found, 'https://shop.example'; clients on other sites need it whole
 */
record Activities(Visitor visitor, String botName, String base) {
    private static final String CHANNEL = "directline";
    private static final String HERO_CARD = "application/vnd.microsoft.card.hero";
    private static final String BOT = "bot";
    private static final String AGENT = "agent";
    private static final String PRODUCT_PAGE = "/p/";

    /** The products that these entries show, to be looked up before {@link #of}. */
    static List<String> products(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.isFor(Audience.CUSTOMER))
                .flatMap(entry -> cards(entry.body()))
                .map(Card::product)
                .distinct()
                .toList();
    }

    /** The id of the activity that {@code visitor} sees at {@code place}. */
    static String id(Visitor visitor, String place) {
        return visitor.id() + "|" + place;
    }

    /** What the visitor sees of {@code entry}; {@code shown} holds the products of now by id. */
    Optional<Activity> of(Entry entry, Map<String, ProductCards.Detailed> shown) {
        if (!entry.isFor(Audience.CUSTOMER)) return Optional.empty();
        EntryBody body = entry.body();
        if (body instanceof EntryBody.CustomerMessage said) {
            return Optional.of(new Draft(entry, customer()).message(said.text(), List.of(), List.of()));
        } else if (body instanceof EntryBody.BotMessage said) {
            return Optional.of(
                    new Draft(entry, bot()).message(said.text(), said.buttons(), attach(said.cards(), shown)));
        } else if (body instanceof EntryBody.AgentMessage said) {
            return Optional.of(
                    new Draft(entry, agent(said.agent())).message(said.text(), List.of(), attach(said.cards(), shown)));
        } else if (body instanceof EntryBody.Claimed claimed) {
            return Optional.of(new Draft(entry, agent(claimed.agent())).event(Map.of(AGENT, claimed.agent())));
        } else if (body instanceof EntryBody.ReturnedToBot) {
            return Optional.of(new Draft(entry, bot()).event(Map.of()));
        }
        return Optional.empty();
    }

    /** Who has the conversation now; of the moment, so without an id. */
    Activity holder(Holding holding, Instant now) {
        return new Activity(
                "event",
                null,
                now,
                CHANNEL,
                conversation(),
                account(bot()),
                "outfitter/holder",
                holding,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Somebody of the shop is typing. */
    Activity typing(String name, Instant now) {
        return new Activity(
                "typing",
                null,
                now,
                CHANNEL,
                conversation(),
                new Activity.Account(AGENT, name, BOT),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private Activity.Author customer() {
        return new Activity.Author("customer", null);
    }

    private Activity.Author bot() {
        return new Activity.Author(BOT, botName);
    }

    private static Activity.Author agent(String name) {
        return new Activity.Author(AGENT, name);
    }

    private Activity.Account account(Activity.Author author) {
        return "customer".equals(author.kind())
                ? new Activity.Account(visitor.userId(), null, "user")
                : new Activity.Account(author.kind(), author.name(), BOT);
    }

    private Activity.Account conversation() {
        return new Activity.Account(visitor.id(), null, null);
    }

    /** An activity in the making, with all that entries have in common. */
    private final class Draft {
        private final Entry entry;
        private final Activity.Author author;

        Draft(Entry entry, Activity.Author author) {
            this.entry = entry;
            this.author = author;
        }

        Activity message(String text, List<String> buttons, List<Activity.Attachment> cards) {
            return new Activity(
                    "message",
                    id(),
                    entry.at(),
                    CHANNEL,
                    conversation(),
                    account(author),
                    null,
                    null,
                    text,
                    "plain",
                    suggested(buttons),
                    cards.isEmpty() ? null : "carousel",
                    cards.isEmpty() ? null : cards,
                    data());
        }

        Activity event(Map<String, String> value) {
            return new Activity(
                    "event",
                    id(),
                    entry.at(),
                    CHANNEL,
                    conversation(),
                    account(author),
                    "outfitter/" + kind(),
                    value,
                    null,
                    null,
                    null,
                    null,
                    null,
                    data());
        }

        private String id() {
            return Activities.id(visitor, Watermark.place(entry.conversation(), entry.seq()));
        }

        private String kind() {
            return EntryKind.of(entry.body()).code();
        }

        private Activity.ChannelData data() {
            String clientId = entry.body() instanceof EntryBody.CustomerMessage ? entry.key() : null;
            return new Activity.ChannelData(new Activity.Outfitter(author, kind(), entry.at()), clientId);
        }
    }

    private static Activity.@Nullable SuggestedActions suggested(List<String> buttons) {
        if (buttons.isEmpty()) return null;
        return new Activity.SuggestedActions(buttons.stream()
                .map(title -> new Activity.CardAction("imBack", title, title))
                .toList());
    }

    private static Stream<Card> cards(EntryBody body) {
        if (body instanceof EntryBody.BotMessage said) return said.cards().stream();
        if (body instanceof EntryBody.AgentMessage said) return said.cards().stream();
        return Stream.empty();
    }

    // A product that the shop no longer has is left out: an old card never lies.
    private List<Activity.Attachment> attach(List<Card> cards, Map<String, ProductCards.Detailed> shown) {
        return cards.stream()
                .filter(card -> shown.containsKey(card.product()))
                .map(card -> attachment(card, Objects.requireNonNull(shown.get(card.product()))))
                .toList();
    }

    private Activity.Attachment attachment(Card card, ProductCards.Detailed product) {
        Optional<VariantCard> meant = product.variants().stream()
                .filter(variant -> variant.sku().equals(card.sku()))
                .findFirst();
        String title = product.card().title();
        String price =
                meant.map(VariantCard::price).orElse(product.card().price()).in(Locale.UK);
        String picture = meant.map(VariantCard::picture).orElse(product.card().picture());
        return new Activity.Attachment(
                HERO_CARD,
                new Activity.HeroCard(
                        title,
                        price,
                        card.note(),
                        List.of(new Activity.CardImage(base + picture, title)),
                        List.of(new Activity.CardAction(
                                "openUrl",
                                title,
                                base + PRODUCT_PAGE + product.card().id())),
                        new ShownProduct(
                                product.card(), product.variants(), card.sku(), card.suggestion(), card.note())));
    }
}
