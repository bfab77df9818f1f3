package outfitter.server.bench;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.json.Json;

/**
 * How long after a customer's message an agent has refreshed suggestions: customers of the demo shop, known ones and
 * strangers, whose conversations agents have claimed and watch, write at a fixed rate. The server is started anew just
 * before, so that its first messages show what an agent sees after a restart.
 */
final class AssistBench {
    private static final Logger LOG = LoggerFactory.getLogger(AssistBench.class);
    /** Messages right after the start, told apart. */
    static final int COLD = 200;

    private static final int STRANGERS = 6;
    private static final String PERSON_PLEASE = "Can I talk to a person, please?";
    private static final long PATIENCE_SECONDS = 60;
    private static final int LIMIT_WARM_SECONDS = 2;
    private static final int LIMIT_SECONDS = 5;
    private static final int GLANCE_MILLIS = 50;

    private final BenchShop shop;
    private final Line line;
    private final double perSecond;
    private final int messages;

    private AssistBench(BenchShop shop, Line line, double perSecond, int seconds) {
        this.shop = shop;
        this.line = line;
        this.perSecond = perSecond;
        this.messages = COLD + (int) Math.round(perSecond * seconds);
    }

    /**
     * What came out; times in milliseconds from when a message was due.
     *
     * @param p50Millis of all but the first {@link #COLD}
     * @param perSecond messages a second, as sent
     * @param coldP50Millis of the first {@link #COLD} after the start
     * @param panelP99Millis until the whole panel was there, not only the suggestions
     * @param limitP50Millis the bare limit at the same rate: a WebSocket's text, one commit, and back
     * @param cores processors that server and PostgreSQL kept busy
     * @param missing messages whose suggestions never came
     */
    record Figures(
            double p50Millis,
            double p99Millis,
            double perSecond,
            double coldP50Millis,
            double coldP99Millis,
            double panelP99Millis,
            double limitP50Millis,
            double limitP99Millis,
            double cores,
            int conversations,
            long messages,
            long missing) {}

    static Figures run(double perSecond, int seconds) throws Exception {
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        try (BenchShop shop = BenchShop.open();
                Line line = new Line(vertx, vertx.getOrCreateContext(), 1)) {
            return new AssistBench(shop, line, perSecond, seconds).measure();
        } finally {
            vertx.close().await(PATIENCE_SECONDS, SECONDS);
        }
    }

    private Figures measure() throws Exception {
        List<Served> served = arrive();
        Latencies limit = limit(served.size());
        LOG.info("the server starts anew");
        shop.restart();
        AssistWatch watch = new AssistWatch();
        List<Served> back = comeBack(served, watch);
        LOG.info("messages={} a second={} conversations={}", messages, perSecond, back.size());
        double cpu = shop.serverSeconds() + shop.postgresSeconds();
        long began = System.nanoTime();
        line.await(
                () -> Pace.keep(line.context(), perSecond, messages, (number, due) -> say(watch, back, number, due)));
        double took = (System.nanoTime() - began) / 1e9;
        double used = shop.serverSeconds() + shop.postgresSeconds() - cpu;
        until(() -> watch.missing() == 0);
        return line.await(() -> Future.succeededFuture(figures(watch, limit, back.size(), took, used / took)));
    }

    private Figures figures(AssistWatch watch, Latencies limit, int conversations, double took, double cores) {
        return new Figures(
                watch.warm().millis(50),
                watch.warm().millis(99),
                Math.round(messages / took * 10) / 10.0,
                watch.cold().millis(50),
                watch.cold().millis(99),
                watch.panels().millis(99),
                limit.millis(50),
                limit.millis(99),
                Math.round(cores * 100) / 100.0,
                conversations,
                messages,
                watch.missing());
    }

    /** A customer and the conversation that an agent has with them. */
    private record Served(ChatCustomer customer, long conversation) {}

    private List<Served> arrive() throws TimeoutException {
        LOG.info("customers arrive");
        List<DeskAgent> agents = line.await(() -> DeskAgent.arrive(line, shop.port(), frame -> {}));
        List<Served> served = new ArrayList<>();
        for (ChatCustomer customer : customers()) {
            String said = line.await(() -> customer.say("person", PERSON_PLEASE));
            until(() -> !customer.holder().equals("bot"));
            long conversation = ChatCustomer.conversation(said);
            DeskAgent agent = agents.get(served.size() % agents.size());
            if (customer.holder().equals("waiting")) line.await(() -> agent.claim(conversation));
            served.add(new Served(customer, conversation));
        }
        return served;
    }

    private List<ChatCustomer> customers() throws TimeoutException {
        List<ChatCustomer> customers = new ArrayList<>();
        for (String identity : identities()) {
            customers.add(line.await(() -> ChatCustomer.arrive(line, shop.port(), identity)));
        }
        for (int i = 0; i < STRANGERS; i++) {
            customers.add(line.await(() -> ChatCustomer.arrive(line, shop.port(), null)));
        }
        return customers;
    }

    private List<String> identities() throws TimeoutException {
        List<String> ids = StreamSupport.stream(
                        line.await(() -> line.get(shop.port(), "/api/demo", Map.of()))
                                .json()
                                .get("customers")
                                .spliterator(),
                        false)
                .map(customer -> customer.get("externalId").textValue())
                .toList();
        List<String> signed = new ArrayList<>();
        for (String id : ids) {
            String ask = Json.write(Map.of("externalId", id));
            signed.add(line.await(() -> line.post(shop.port(), "/api/demo/identity", Map.of(), ask))
                    .json()
                    .get("identity")
                    .textValue());
        }
        return signed;
    }

    private Latencies limit(int customers) throws Exception {
        LOG.info("the bare limit at this rate");
        int port = shop.help(LimitServer.class).port();
        LimitLoad warmUp = new LimitLoad(line, port);
        line.await(() -> warmUp.paced(customers, perSecond, times(LIMIT_WARM_SECONDS)));
        LimitLoad measured = new LimitLoad(line, port);
        line.await(() -> measured.paced(customers, perSecond, times(LIMIT_SECONDS)));
        return measured.latencies();
    }

    private int times(int seconds) {
        return Math.max(1, (int) (perSecond * seconds));
    }

    private List<Served> comeBack(List<Served> before, AssistWatch watch) throws TimeoutException {
        List<Served> back = new ArrayList<>();
        for (Served one : before) {
            back.add(new Served(line.await(() -> one.customer().again(shop.port())), one.conversation()));
        }
        List<DeskAgent> agents = line.await(() -> DeskAgent.arrive(line, shop.port(), watch::hear));
        for (int i = 0; i < back.size(); i++)
            agents.get(i % agents.size()).watch(back.get(i).conversation());
        until(() -> watch.panelFrames() >= back.size());
        return back;
    }

    private static void say(AssistWatch watch, List<Served> served, int number, long due) {
        Served one = served.get(number % served.size());
        String text = "And does number " + number + " on your list come in my size as well?";
        watch.expect(one.conversation(), text, due, number < COLD);
        one.customer()
                .say("message-" + number, text)
                .onFailure(failure -> LOG.debug("message not taken cause={}", failure.getMessage()));
    }

    /** Waits until the clients see it, which they do in a moment or never. */
    private void until(BooleanSupplier condition) throws TimeoutException {
        long deadline = System.nanoTime() + SECONDS.toNanos(10);
        while (!line.await(() -> Future.succeededFuture(condition.getAsBoolean())) && System.nanoTime() < deadline) {
            line.await(() -> line.context().owner().timer(GLANCE_MILLIS, MILLISECONDS));
        }
    }
}
