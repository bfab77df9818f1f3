package outfitter.server.channel.phone;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.conversation.Addresses;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.EntryBody;
import outfitter.models.journal.Cause;
import outfitter.models.journal.Merges;
import outfitter.models.journal.Timeline;
import outfitter.server.channel.service.PushChannel;
import outfitter.server.core.Core;
import outfitter.server.site.Visitors;

/**
 * Lets a customer who proved a telephone number go on in one conversation, from whichever side they write. Two conversations
 * that are verified as different customers of the shop's, or at different numbers of one service, are left apart, and staff
 * are told.
 */
final class Reunion implements Visitors.Numbers {
    private static final Logger LOG = LoggerFactory.getLogger(Reunion.class);
    private static final String SHOP = "shop";

    private final List<PushChannel> services;
    private final Conversations conversations;
    private final Timeline timeline;
    private final Merges merges;
    private final Visitors visitors;
    private final Clock clock;

    Reunion(List<PushChannel> services, Core core, Visitors visitors) {
        this.services = services;
        this.conversations = core.conversations();
        this.timeline = core.timeline();
        this.merges = core.merges();
        this.visitors = visitors;
        this.clock = core.clock();
    }

    @Override
    public Future<Boolean> proved(Conversation home, String phone, String by) {
        Optional<String> digits = Phones.digits(phone);
        if (digits.isEmpty()) return Future.succeededFuture(true);
        List<Future<Boolean>> joined = services.stream()
                .flatMap(service -> service.addressOf(digits.get()).stream())
                .map(address -> join(home, address, by))
                .toList();
        return Future.all(joined).map(all -> joined.stream().allMatch(Future::result));
    }

    private Future<Boolean> join(Conversation home, String address, String by) {
        return conversations.byAddress(address).compose(found -> {
            if (found.filter(other -> other.id().equals(home.id())).isPresent()) {
                return conversations.verify(address, by, clock.instant()).map(true);
            }
            ConversationId other = found.map(Conversation::id).orElse(home.id());
            return Future.all(conversations.verifiedAddresses(home.id()), conversations.verifiedAddresses(other))
                    .compose(both -> {
                        Set<String> all = Stream.concat(
                                        both.<List<String>>resultAt(0).stream(),
                                        both.<List<String>>resultAt(1).stream())
                                .collect(Collectors.toSet());
                        all.add(address);
                        Optional<String> conflict = Stream.of(SHOP, Addresses.channel(address))
                                .filter(kind -> differs(all, kind))
                                .findFirst();
                        if (conflict.isPresent()) return leaveApart(home.id(), other, conflict.get());
                        return found.isEmpty() ? add(home, address, by) : merge(home, found.get(), address);
                    });
        });
    }

    private static boolean differs(Set<String> addresses, String kind) {
        return addresses.stream().filter(each -> each.startsWith(kind + ":")).count() > 1;
    }

    // Somebody may write from there at this very moment: whoever came first has it, and is merged then.
    private Future<Boolean> add(Conversation home, String address, String by) {
        return conversations
                .addAddress(address, home.id(), by, clock.instant())
                .compose(added -> conversations.byAddress(address))
                .compose(now -> now.filter(at -> !at.id().equals(home.id()))
                        .map(other -> merge(home, other, address))
                        .orElseGet(() -> Future.succeededFuture(true)));
    }

    private Future<Boolean> merge(Conversation home, Conversation other, String address) {
        return visitors.pass(other, home)
                .compose(passed -> merges.merge(home.id(), other.id(), "phone"))
                .map(merged -> {
                    LOG.info(
                            "conversations joined survivor={} absorbed={} channel={}",
                            home.id(),
                            other.id(),
                            Addresses.channel(address));
                    return true;
                });
    }

    private Future<Boolean> leaveApart(ConversationId home, ConversationId other, String kind) {
        LOG.info("conversations left apart one={} other={} kind={}", home, other, kind);
        String what = kind.equals(SHOP) ? "customer" : kind;
        Future<Void> here = tell(home, other, what);
        Future<Void> there = home.equals(other) ? here : tell(other, home, what);
        return Future.all(here, there).map(false);
    }

    private Future<Void> tell(ConversationId in, ConversationId other, String kind) {
        EntryBody entry = new EntryBody.PossiblySame(other.value(), kind);
        return timeline.advance(
                        in,
                        Cause.inner("site", "possibly:" + in + ":" + other + ":" + kind),
                        (now, at) -> Future.succeededFuture(List.of(entry)))
                .mapEmpty();
    }
}
