package outfitter.server.channel.phone;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Proof;
import outfitter.models.journal.Cause;
import outfitter.models.journal.Timeline;
import outfitter.models.proof.OneTimeCodes;
import outfitter.server.channel.Words;
import outfitter.server.channel.service.PushChannel;
import outfitter.server.core.Core;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.http.Requests;
import outfitter.server.site.Site;
import outfitter.server.site.Visitor;

/** How a visitor of the site proves a telephone number: a code is sent there, and entered on the page. */
public final class PhoneRoutes {
    private static final String BY = "CODE";
    // Whether a service goes by numbers is asked with one that nobody has, of the block kept for plays and films.
    private static final String ANY_NUMBER = "447700900000";
    private static final Proof PROVED = new Proof(Proof.Kind.VERIFIED_ADDRESS, null);

    private final Site site;
    private final List<PushChannel> services;
    private final OneTimeCodes codes;
    private final Conversations conversations;
    private final Timeline timeline;
    private final Reunion reunion;
    private final Words words;
    private final Clock clock;

    public PhoneRoutes(List<PushChannel> services, Core core, Site site, Words words) {
        this.site = site;
        this.services = services;
        this.codes = new OneTimeCodes(core.db(), core.clock());
        this.conversations = core.conversations();
        this.timeline = core.timeline();
        this.reunion = new Reunion(services, core, site.visitors());
        this.words = words;
        this.clock = core.clock();
        site.visitors().reunite(reunion);
    }

    public void mount(Api api) {
        api.get(
                "/api/site/phone",
                Operation.of("Names the services in which a visitor can go on who proves a telephone number")
                        .by(Access.VISITOR)
                        .returns(Services.class),
                ctx -> Future.succeededFuture(new Services(names())));
        api.post(
                "/api/site/phone",
                Operation.of("Sends a one-time code to the visitor's telephone")
                        .by(Access.VISITOR)
                        .takes(Asked.class)
                        .returns(Sent.class)
                        .fails(409, "the number has to write to the shop first, or no service goes by numbers")
                        .fails(429, "too many codes were asked for"),
                this::ask);
        api.post(
                "/api/site/phone/code",
                Operation.of("Takes the code: what was written from that number is the visitor's from now on")
                        .by(Access.VISITOR)
                        .takes(Entered.class)
                        .returns(Proven.class)
                        .fails(403, "the code is wrong")
                        .fails(409, "no code is open: none was sent, or it is too old, used, or was tried too often"),
                this::enter);
    }

    /** The services that go by telephone numbers: 'WhatsApp'; none when the shop has none. */
    record Services(List<String> services) {}

    /** A number with its country's code: '+44 7700 900123'. */
    record Asked(String phone) {}

    /** The service that brings the code: 'WhatsApp'. */
    record Sent(String channel) {}

    record Entered(String code) {}

    /** Whether both sides are one now; false when another proof makes the number somebody else's, and staff look into it. */
    record Proven(boolean joined) {}

    private List<String> names() {
        return services.stream()
                .filter(each -> each.addressOf(ANY_NUMBER).isPresent())
                .map(PushChannel::name)
                .toList();
    }

    private Future<Sent> ask(RoutingContext ctx) {
        Visitor visitor = site.tokens().visitor(ctx);
        String phone = Phones.digits(Requests.body(ctx, Asked.class).phone())
                .orElseThrow(() -> Requests.malformed("phone", "must begin with + and the country's code"));
        return service(phone)
                .compose(service -> codes.issue(visitor.address(), phone)
                        .map(code ->
                                code.orElseThrow(() -> new HttpException(429, "Too many codes; try again in an hour")))
                        .compose(code -> service.sendCode(
                                service.addressOf(phone).orElseThrow(), code, words.code(code, clock.instant())))
                        .map(sending -> sending.match(
                                taken -> new Sent(service.name()),
                                later -> {
                                    throw new HttpException(503, service.name() + " cannot be reached; try again");
                                },
                                refused -> {
                                    throw new HttpException(409, service.name() + " does not know this number");
                                },
                                outside -> {
                                    throw mustWrite(service);
                                })));
    }

    /** The first service that reaches the number. */
    private Future<PushChannel> service(String phone) {
        Optional<PushChannel> service = services.stream()
                .filter(each -> each.addressOf(phone).isPresent())
                .findFirst();
        if (service.isEmpty()) throw new HttpException(409, "No service here goes by telephone numbers");
        PushChannel found = service.get();
        if (found.sendsCodesToAnybody() || found.window().isEmpty()) return Future.succeededFuture(found);
        String address = found.addressOf(phone).orElseThrow();
        return conversations.byAddress(address).map(at -> {
            Instant heard = at.map(now -> now.state().heard().get(address)).orElse(null);
            boolean open =
                    heard != null && heard.plus(found.window().orElseThrow()).isAfter(clock.instant());
            if (!open) throw mustWrite(found);
            return found;
        });
    }

    private static HttpException mustWrite(PushChannel service) {
        return new HttpException(409, "Write to us by " + service.name() + " first, then ask for the code again");
    }

    private Future<Proven> enter(RoutingContext ctx) {
        Visitor visitor = site.tokens().visitor(ctx);
        String code = Requests.body(ctx, Entered.class).code().strip();
        return codes.enter(visitor.address(), code).compose(tried -> switch (tried.result()) {
            case RIGHT -> join(visitor, tried.phone());
            case WRONG -> throw new HttpException(403, "That is not the code");
            case NONE -> throw new HttpException(409, "No code is open; ask for a new one");
        });
    }

    private Future<Proven> join(Visitor visitor, String phone) {
        return site.visitors()
                .open(visitor)
                .compose(home -> reunion.proved(home, "+" + phone, BY)
                        .compose(joined -> joined
                                ? timeline.advance(
                                                home.id(),
                                                Cause.inner("site", "phone:" + phone + ":" + home.id()),
                                                (now, at) -> Future.succeededFuture(
                                                        now.state().proofs().contains(PROVED)
                                                                ? List.of()
                                                                : List.of(new EntryBody.Proved(PROVED))))
                                        .map(new Proven(true))
                                : Future.succeededFuture(new Proven(false))));
    }
}
