package outfitter.server.staff;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.assist.handoff.Act;
import outfitter.assist.handoff.Agent;
import outfitter.assist.handoff.Desk;
import outfitter.assist.panel.Panel;
import outfitter.assist.panel.Panels;
import outfitter.models.account.Account;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Glimpses;
import outfitter.models.conversation.Position;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.http.Requests;

/** What an agent reads and does in conversations. */
public final class DeskRoutes {
    private static final String CONVERSATION = "/api/conversations/:id";
    private static final int PAGE = 100;
    private static final int LONGEST_PAGE = 500;
    private static final int MOST_FOUND = 20;

    private final Desk desk;
    private final Panels panels;
    private final Conversations conversations;
    private final Glimpses glimpses;
    private final History history;

    public DeskRoutes(Desk desk, Panels panels, Conversations conversations, Glimpses glimpses) {
        this.desk = desk;
        this.panels = panels;
        this.conversations = conversations;
        this.glimpses = glimpses;
        history = new History(conversations);
    }

    public void mount(Api api) {
        api.get(
                CONVERSATION + "/entries",
                Operation.of("Reads a customer's stream backwards, through absorbed conversations")
                        .by(Access.AGENT)
                        .query("before", String.class, "a seq here, or 'conversation.seq' for one that was absorbed")
                        .query("limit", Integer.class, "at most so many, 100 unless given")
                        .returns(Page.class),
                this::entries);
        api.get(
                CONVERSATION + "/panel",
                Operation.of("Reads everything that stands beside a conversation")
                        .by(Access.AGENT)
                        .returns(Panel.class),
                this::panel);
        api.get(
                CONVERSATION + "/why/:seq",
                Operation.of("Tells why the bot wrote an entry, or what it made of a message")
                        .by(Access.AGENT)
                        .returns(EntryBody.BotTrace.class),
                this::why);
        api.get(
                "/api/customers",
                Operation.of("Finds conversations by the customer's name, e-mail, id or an order number")
                        .by(Access.AGENT)
                        .query(
                                "q",
                                String.class,
                                "part of a name, the beginning of an e-mail, an id or an order number")
                        .returns(Found.class),
                this::search);
        mountActs(api);
    }

    private void mountActs(Api api) {
        act(
                api,
                "/claim",
                "Takes a conversation; the first agent wins",
                Acts.Plain.class,
                (ctx, id, by, body) -> desk.claim(id, by, body.key()));
        act(
                api,
                "/release",
                "Gives a conversation back to the queue",
                Acts.Plain.class,
                (ctx, id, by, body) -> desk.release(id, by, body.key()));
        act(
                api,
                "/reply",
                "Writes to the customer",
                Acts.Reply.class,
                (ctx, id, by, body) -> desk.reply(id, by, body.key(), body.words(), body.all()));
        act(
                api,
                "/note",
                "Leaves a private note",
                Acts.Note.class,
                (ctx, id, by, body) -> desk.note(id, by, body.key(), body.text().strip()));
        act(api, "/solve", "Ends the matter", Acts.Plain.class, (ctx, id, by, body) -> desk.solve(id, by, body.key()));
        act(
                api,
                "/return-to-bot",
                "Lets the bot go on",
                Acts.Plain.class,
                (ctx, id, by, body) -> desk.returnToBot(id, by, body.key()));
        act(
                api,
                "/problems",
                "Notes that something is not right",
                Acts.Problem.class,
                (ctx, id, by, body) -> desk.openProblem(
                        id, by, body.key(), body.kind(), body.severity(), body.title(), body.order(), body.product()));
        act(
                api,
                "/problems/:n/close",
                "Notes that it was put right",
                Acts.Closing.class,
                (ctx, id, by, body) -> desk.closeProblem(id, by, body.key(), (int) Requests.id(ctx, "n"), body.how()));
        act(
                api,
                "/suggestions/:impression/decline",
                "Turns a suggestion down",
                Acts.Declining.class,
                (ctx, id, by, body) ->
                        desk.decline(id, by, body.key(), Requests.uuid(ctx, "impression"), body.reason()));
    }

    /** An act of an agent's. */
    @FunctionalInterface
    private interface Doing<B> {
        Future<Act> act(RoutingContext ctx, ConversationId id, Agent by, B body);
    }

    private <B> void act(Api api, String path, String summary, Class<B> shape, Doing<B> doing) {
        Operation operation = Operation.of(summary)
                .by(Access.AGENT)
                .takes(shape)
                .returns(Done.class)
                .fails(404, "there is no such conversation, problem or suggestion")
                .fails(409, "another agent has it, or it is not the time for it");
        api.post(CONVERSATION + path, operation, ctx -> {
            B body = Requests.body(ctx, shape);
            return conversation(ctx)
                    .compose(now -> doing.act(ctx, now.id(), agent(ctx), body))
                    .map(DeskRoutes::answer);
        });
    }

    /** What is so now; {@code entries} are those that this very call wrote. */
    record Done(long conversation, long head, List<EntryView> entries) {}

    /** A page of a stream; {@code head} is the conversation's newest seq. */
    record Page(List<EntryView> entries, long head) {}

    record Found(List<FoundCustomer> customers) {}

    /** {@code headline} is the present or last matter's. */
    record FoundCustomer(
            long id,
            @Nullable String name,
            @Nullable String email,
            long conversation,
            @Nullable String headline) {}

    private static Done answer(Act act) {
        return act.match(
                done -> new Done(done.conversation().value(), done.head(), EntryView.of(done.entries())), refused -> {
                    throw new HttpException(refused.reason() == Act.Reason.UNKNOWN ? 404 : 409, refused.why());
                });
    }

    private Future<Page> entries(RoutingContext ctx) {
        int limit = Requests.number(ctx, "limit", PAGE, 1, LONGEST_PAGE);
        Optional<String> before = Requests.query(ctx, "before");
        return conversation(ctx).compose(now -> {
            Optional<Position> position = before.map(text -> position(now.id(), text));
            return history.before(now, position, limit).map(found -> new Page(EntryView.of(found), now.head()));
        });
    }

    private static Position position(ConversationId id, String text) {
        try {
            int dot = text.indexOf('.');
            return dot < 0
                    ? new Position(id, Long.parseLong(text))
                    : new Position(
                            new ConversationId(Long.parseLong(text.substring(0, dot))),
                            Long.parseLong(text.substring(dot + 1)));
        } catch (NumberFormatException e) {
            throw Requests.malformed("before", "must be a seq, or conversation.seq");
        }
    }

    private Future<Panel> panel(RoutingContext ctx) {
        return panels.of(id(ctx), StaffGuard.account(ctx).id()).map(panel -> panel.orElseThrow(DeskRoutes::unknown));
    }

    private Future<EntryBody.BotTrace> why(RoutingContext ctx) {
        long seq = Requests.id(ctx, "seq");
        return history.why(id(ctx), seq)
                .map(trace -> trace.orElseThrow(() -> new HttpException(404, "The bot had no part in this")));
    }

    private Future<Found> search(RoutingContext ctx) {
        String text = Requests.required(ctx, "q").strip();
        return glimpses.search(text, MOST_FOUND)
                .map(all -> new Found(all.stream()
                        .map(one -> new FoundCustomer(
                                one.customer().value(),
                                one.name(),
                                one.email(),
                                one.conversation().value(),
                                one.headline()))
                        .toList()));
    }

    private Future<Conversation> conversation(RoutingContext ctx) {
        return conversations.find(id(ctx)).map(found -> found.orElseThrow(DeskRoutes::unknown));
    }

    private static ConversationId id(RoutingContext ctx) {
        return new ConversationId(Requests.id(ctx, "id"));
    }

    private static HttpException unknown() {
        return new HttpException(404, "There is no such conversation");
    }

    private static Agent agent(RoutingContext ctx) {
        Account account = StaffGuard.account(ctx);
        return new Agent(account.id(), account.displayName(), account.role().takesOver());
    }
}
