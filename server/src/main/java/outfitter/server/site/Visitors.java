package outfitter.server.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Proof;
import outfitter.models.customer.Customer;
import outfitter.models.customer.CustomerId;
import outfitter.models.customer.Customers;
import outfitter.models.journal.Cause;
import outfitter.models.journal.Merges;
import outfitter.models.journal.Timeline;

/**
 * Which conversation a visitor of the site has, and whether they may have it. A visitor who did nothing but look has none:
 * it is opened by the first message or the first thing put into the cart. Thread-safe.
 */
public final class Visitors {
    private static final Logger LOG = LoggerFactory.getLogger(Visitors.class);
    private static final Proof SIGNED = new Proof(Proof.Kind.SIGNED_IDENTITY, null);
    private static final String LOCALE = "en";
    private static final int OWNERS = 50_000;
    private static final Duration OWNERS_KNOWN = Duration.ofMinutes(1);

    private final Conversations conversations;
    private final Customers customers;
    private final Timeline timeline;
    private final Merges merges;
    private final Clock clock;
    private final List<Consumer<String>> opened = new CopyOnWriteArrayList<>();
    private final List<Belongings> belongings = new CopyOnWriteArrayList<>();
    private volatile Numbers numbers = (home, phone, by) -> Future.succeededFuture(true);
    // Whoever signs in gets another conversation; the one they had keeps its owner, all but always. For writing only.
    private final Cache<CustomerId, Optional<String>> owners = Caffeine.newBuilder()
            .maximumSize(OWNERS)
            .expireAfterWrite(OWNERS_KNOWN)
            .build();

    public Visitors(Conversations conversations, Customers customers, Timeline timeline, Merges merges, Clock clock) {
        this.conversations = conversations;
        this.customers = customers;
        this.timeline = timeline;
        this.merges = merges;
        this.clock = clock;
    }

    /** What a visitor has beside a conversation, a cart for one. */
    @FunctionalInterface
    public interface Belongings {
        /** Makes what is {@code visitor}'s the {@code customer}'s; safe to repeat. */
        Future<Void> pass(CustomerId visitor, CustomerId customer);
    }

    /** Who joins what was said from a telephone number with what was said on the site. */
    @FunctionalInterface
    public interface Numbers {
        /**
         * Whoever has {@code home} proved that {@code phone} is theirs.
         *
         * @param by what proved it
         * @return false when something keeps two conversations apart; staff have been told
         */
        Future<Boolean> proved(Conversation home, String phone, String by);
    }

    /** What a visitor's address leads to was not theirs to see: somebody signed in there whom their token does not name. */
    public static final class NotTheirs extends RuntimeException {
        NotTheirs() {
            super("The conversation belongs to a customer who signed in; ask for a new token", null, false, false);
        }
    }

    /** The visitor's conversation, empty when there is none yet; fails with {@link NotTheirs}. */
    public Future<Optional<Conversation>> conversation(Visitor visitor) {
        return conversations
                .byAddress(visitor.address())
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(found)
                        : owner(found.get())
                                .compose(owner -> visitor.maySee(owner.externalId())
                                        ? Future.succeededFuture(found)
                                        : Future.failedFuture(new NotTheirs())));
    }

    /** Succeeds when the visitor may have {@code conversation}; fails with {@link NotTheirs}. */
    public Future<Void> admit(Visitor visitor, Conversation conversation) {
        return ownersName(conversation.customer())
                .compose(name -> visitor.maySee(name.orElse(null))
                        ? Future.succeededFuture()
                        : Future.failedFuture(new NotTheirs()));
    }

    private Future<Optional<String>> ownersName(CustomerId customer) {
        Optional<String> known = owners.getIfPresent(customer);
        if (known != null) return Future.succeededFuture(known);
        return customers.find(customer).map(found -> {
            Optional<String> name = Optional.ofNullable(found.orElseThrow().externalId());
            owners.put(customer, name);
            return name;
        });
    }

    /** Whose a conversation is may have changed, by what the shop told: it is asked for anew. */
    public void forgetOwners() {
        owners.invalidateAll();
    }

    /** The visitor's conversation, opened if there is none yet; fails with {@link NotTheirs}. */
    public Future<Conversation> open(Visitor visitor) {
        return conversation(visitor)
                .compose(found -> found.map(Future::succeededFuture)
                        .orElseGet(() -> conversations
                                .openAt(visitor.address(), LOCALE, clock.instant())
                                .onSuccess(fresh -> opened.forEach(listener -> listener.accept(visitor.address())))));
    }

    /** Tells {@code listener} the address of every visitor for whom {@link #open} opened a conversation here. */
    public void onOpened(Consumer<String> listener) {
        opened.add(listener);
    }

    /** Lets {@code theirs} pass to the customer whenever a visitor signs in. */
    public void bring(Belongings theirs) {
        belongings.add(theirs);
    }

    /** Lets {@code joining} know of every telephone number that the shop's page vouches for. */
    public void reunite(Numbers joining) {
        numbers = joining;
    }

    /** Lets what belongs to the customer of one conversation become that of the other's; safe to repeat. */
    public Future<Void> pass(Conversation from, Conversation to) {
        return Future.all(belongings.stream()
                        .map(each -> each.pass(from.customer(), to.customer()))
                        .toList())
                .mapEmpty();
    }

    /** An anonymous visitor with this id, or with a fresh one where the id leads to somebody who signed in. */
    public Future<Visitor> anonymous(String id) {
        Visitor known = Visitor.anonymous(id);
        return conversation(known)
                .map(found -> known)
                .recover(failure -> failure instanceof NotTheirs
                        ? Future.succeededFuture(Visitor.anonymous(Visitor.freshId()))
                        : Future.failedFuture(failure));
    }

    /**
     * The visitor whom the shop's page signed in: what was said under {@code id} so far becomes the customer's. A browser
     * that was left signed in by somebody else gets a fresh id, and nothing of theirs.
     */
    public Future<Visitor> signedIn(Identity identity, Optional<String> id) {
        return home(identity)
                .compose(home -> browser(identity, id, home)
                        .compose(visitor -> prove(home)
                                .compose(proved -> phone(identity, home))
                                .map(joined -> visitor)));
    }

    // A sign-in does not fail for it: the page asks for a token again and again, and so do we.
    private Future<Boolean> phone(Identity identity, Conversation home) {
        String phone = identity.phone();
        if (phone == null) return Future.succeededFuture(true);
        return numbers.proved(home, phone, Proof.Kind.SIGNED_IDENTITY.name()).recover(failure -> {
            LOG.warn("telephone not joined conversation={}", home.id(), failure);
            return Future.succeededFuture(false);
        });
    }

    /** The customer's one conversation, known by the shop's id from now on. */
    private Future<Conversation> home(Identity identity) {
        return customers
                .welcome(identity.customer(), identity.name(), identity.email(), identity.phone(), clock.instant())
                .compose(customer -> conversations.openFor(customer.id(), clock.instant()))
                .compose(home -> conversations
                        .addAddress(identity.address(), home.id(), Proof.Kind.SIGNED_IDENTITY.name(), clock.instant())
                        .map(home));
    }

    private Future<Visitor> browser(Identity identity, Optional<String> id, Conversation home) {
        Visitor visitor = visitor(identity, id.orElseGet(Visitor::freshId));
        return conversations
                .byAddress(visitor.address())
                .compose(found ->
                        found.isEmpty() ? lead(identity, visitor, home) : unite(identity, visitor, found.get(), home));
    }

    private Future<Visitor> unite(Identity identity, Visitor visitor, Conversation there, Conversation home) {
        if (there.id().equals(home.id())) return Future.succeededFuture(visitor);
        return owner(there)
                .compose(owner -> visitor.maySee(owner.externalId())
                        ? join(visitor, there, home)
                        : lead(identity, visitor(identity, Visitor.freshId()), home));
    }

    private Visitor visitor(Identity identity, String id) {
        return new Visitor(id, identity.customer(), clock.instant());
    }

    // A first message that was on its way may have opened a conversation there meanwhile: that is the customer's, too.
    private Future<Visitor> lead(Identity identity, Visitor visitor, Conversation home) {
        return conversations
                .addAddress(visitor.address(), home.id(), null, clock.instant())
                .compose(added -> conversations.byAddress(visitor.address()))
                .compose(there -> unite(identity, visitor, there.orElseThrow(), home));
    }

    private Future<Visitor> join(Visitor visitor, Conversation theirs, Conversation home) {
        // Belongings first: should they fail, the page asks again and finds everything as it was.
        return pass(theirs, home)
                .compose(passed -> merges.merge(home.id(), theirs.id(), "signed-identity"))
                .onSuccess(merge -> merge.ifPresent(done -> LOG.info(
                        "visitor signed in survivor={} absorbed={} merge={}", home.id(), theirs.id(), done.id())))
                .map(visitor);
    }

    private Future<Void> prove(Conversation home) {
        Cause cause = Cause.inner("site", "signed:" + home.id());
        return timeline.advance(
                        home.id(),
                        cause,
                        (now, at) -> Future.succeededFuture(
                                now.state().proofs().contains(SIGNED)
                                        ? List.of()
                                        : List.of(new EntryBody.Proved(SIGNED))))
                .mapEmpty();
    }

    private Future<Customer> owner(Conversation conversation) {
        return customers.find(conversation.customer()).map(Optional::orElseThrow);
    }
}
