package outfitter.server.channel.arrival;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import outfitter.bot.Message;
import outfitter.bot.Receptionist;
import outfitter.models.conversation.EntryBody;
import outfitter.models.journal.Timeline;
import outfitter.server.channel.Incoming;
import outfitter.server.channel.Reception;
import outfitter.server.channel.Words;
import outfitter.server.channel.service.Cuts;
import outfitter.server.channel.service.Happening;
import outfitter.server.channel.service.PushChannel;
import outfitter.server.channel.service.Thing;
import outfitter.server.core.Core;

/**
 * Takes in what services tell: messages of one address one after another, everything else side by side. What came before
 * has no second effect.
 */
final class Arrivals {
    private final Reception reception;
    private final Timeline timeline;
    private final Newcomers newcomers;
    private final Enclosures enclosures;
    private final Words words;
    private final ProductNames products;
    private final Outcomes outcomes;
    private final Clock clock;

    /** Names products, for messages that were written about one. */
    @FunctionalInterface
    interface ProductNames {
        /** What the shop calls the product with this sku or id; empty when it has none such. */
        Optional<String> of(String skuOrId);
    }

    Arrivals(
            Core core,
            Reception reception,
            Newcomers newcomers,
            Enclosures enclosures,
            Words words,
            ProductNames products,
            Outcomes outcomes) {
        this.reception = reception;
        this.timeline = core.timeline();
        this.newcomers = newcomers;
        this.enclosures = enclosures;
        this.words = words;
        this.products = products;
        this.outcomes = outcomes;
        this.clock = core.clock();
    }

    /** Completes when everything is committed; fails, after trying the rest, with the first failure. */
    Future<Void> take(PushChannel channel, List<Happening> happenings) {
        Map<String, List<Happening>> ofCustomers = new LinkedHashMap<>();
        List<Future<Void>> all = new ArrayList<>();
        for (Happening each : happenings) {
            if (each instanceof Happening.Told told) all.add(outcomes.told(channel, told));
            else
                ofCustomers
                        .computeIfAbsent(address(each), key -> new ArrayList<>())
                        .add(each);
        }
        ofCustomers.values().forEach(list -> all.add(inOrder(channel, list, 0)));
        return Future.join(all).mapEmpty();
    }

    private static String address(Happening each) {
        return each instanceof Happening.Said said ? said.address() : ((Happening.Signalled) each).address();
    }

    private Future<Void> inOrder(PushChannel channel, List<Happening> list, int at) {
        if (at == list.size()) return Future.succeededFuture();
        return take(channel, list.get(at)).compose(done -> inOrder(channel, list, at + 1));
    }

    private Future<Void> take(PushChannel channel, Happening happening) {
        if (happening instanceof Happening.Said said) {
            return newcomers
                    .welcome(channel, said.address(), said.sender())
                    .compose(known -> say(channel, said))
                    .onSuccess(stored -> {
                        if (said.thing() != null && said.thing().reference() != null) enclosures.wake();
                    });
        }
        Happening.Signalled signal = (Happening.Signalled) happening;
        return newcomers
                .welcome(channel, signal.address(), null)
                .compose(known -> timeline.receive(
                        signal.address(),
                        signal.id(),
                        (now, at) -> Future.succeededFuture(
                                List.of(new EntryBody.Signal(signal.address(), signal.kind(), signal.text())))))
                .mapEmpty();
    }

    private Future<Void> say(PushChannel channel, Happening.Said said) {
        Instant now = clock.instant();
        String product = Optional.ofNullable(said.about()).flatMap(products::of).orElse("");
        List<String> parts = Cuts.of(words.heard(said, product, now), Receptionist.LONGEST_TEXT);
        return enclosures.keep(channel, said.thing()).compose(media -> say(said, parts, 0, media));
    }

    // Longer than a message may be: the rest follows as messages of its own.
    private Future<Void> say(Happening.Said said, List<String> parts, int at, @Nullable UUID media) {
        if (at == parts.size()) return Future.succeededFuture();
        boolean first = at == 0;
        Incoming incoming = new Incoming(
                said.address(),
                first ? said.id() : said.id() + "#" + (at + 1),
                said.address(),
                parts.get(at),
                first ? attachments(said.thing(), media) : List.of(),
                form(said));
        return reception.receive(incoming).compose(stored -> say(said, parts, at + 1, media));
    }

    private static List<EntryBody.Attachment> attachments(@Nullable Thing thing, @Nullable UUID media) {
        if (thing == null) return List.of();
        return List.of(new EntryBody.Attachment(thing.kind().code(), media, thing.type(), thing.name()));
    }

    private static Message.Form form(Happening.Said said) {
        Thing thing = said.thing();
        if (thing == null || said.text() != null) return Message.Form.WORDS;
        return thing.kind() == Thing.Kind.UNREADABLE ? Message.Form.UNREADABLE : Message.Form.THING;
    }
}
