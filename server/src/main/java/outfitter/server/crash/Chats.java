package outfitter.server.crash;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import outfitter.models.json.Json;

/**
 * Customers who chat as clients do: the next message after the acknowledgement of the last, and the same one again until
 * it is acknowledged, however often the line is cut. Methods may be called from any thread.
 */
public final class Chats implements AutoCloseable {
    /** How many messages are on their way at a time. */
    public static final int AT_ONCE = 40;

    private static final int TEMPORARY = 500;
    private static final long RETRY_NANOS = 50_000_000;
    private static final long PATIENCE_NANOS = SECONDS.toNanos(90);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
    private final List<Visitor> visitors = new ArrayList<>();
    private final List<Future<?>> chats = new ArrayList<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private volatile String url = "";
    private volatile Duration pause = Duration.ZERO;

    /** A customer with a token, and the ids that the server gave to what they said, in order. */
    public record Visitor(String id, String token, List<String> acknowledged) {}

    /** A message as its customer reads it back. */
    public record Said(String id, String text) {}

    /**
     * What is there afterwards.
     *
     * @param acknowledged messages that a customer was told are stored
     * @param found those of them that the customer reads back at their place
     * @param twice messages that the customer reads back more than once
     * @param repeated requests that had to be sent again
     */
    public record Account(int acknowledged, int found, int twice, int repeated) {
        /** Whether everything is there, once. */
        public boolean isRight() {
            return found == acknowledged && twice == 0;
        }
    }

    /** From now on the server is there. */
    public void at(String address) {
        url = address;
    }

    /** Each customer takes so long before the next message: a talk that something can happen in, however quick the server. */
    public Chats pausing(Duration length) {
        pause = length;
        return this;
    }

    /** So many customers come to the site. */
    public void arrive(int customers) throws IOException, InterruptedException {
        for (int i = 0; i < customers; i++) {
            JsonNode grant = Json.read(post("/api/site/token", "", "{}").body(), JsonNode.class);
            visitors.add(new Visitor(
                    grant.get("conversationId").textValue(),
                    grant.get("token").textValue(),
                    Collections.synchronizedList(new ArrayList<>())));
        }
    }

    public List<Visitor> visitors() {
        return visitors;
    }

    /** Each customer says so many things, some customers at a time, in the background. */
    public void start(int messages) {
        visitors.forEach(visitor -> chats.add(clients.submit(() -> chat(visitor, messages))));
    }

    /** How many messages are acknowledged so far. */
    public int acknowledged() {
        return acknowledged.get();
    }

    /** Waits until at least so many are acknowledged. */
    public void await(int messages) {
        while (acknowledged.get() < messages && !chats.stream().allMatch(Future::isDone)) {
            LockSupport.parkNanos(RETRY_NANOS / 10);
        }
    }

    /** Waits until every customer has said everything. */
    public void awaitEnd() throws InterruptedException, ExecutionException, TimeoutException {
        for (Future<?> chat : chats) chat.get(PATIENCE_NANOS * 2, NANOSECONDS);
    }

    private Void chat(Visitor visitor, int messages) throws IOException, InterruptedException {
        for (int i = 0; i < messages; i++) {
            visitor.acknowledged.add(insist(visitor, i));
            acknowledged.incrementAndGet();
            LockSupport.parkNanos(pause.toNanos());
        }
        return null;
    }

    private String insist(Visitor visitor, int number) throws IOException, InterruptedException {
        String activity = Json.write(Map.of(
                "type",
                "message",
                "text",
                words(number),
                "channelData",
                Map.of("clientActivityID", visitor.id + "-" + number)));
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < deadline) {
            try {
                HttpResponse<String> answer =
                        post("/v3/directline/conversations/" + visitor.id + "/activities", visitor.token, activity);
                if (answer.statusCode() == 200) {
                    return Json.read(answer.body(), JsonNode.class).get("id").textValue();
                }
                if (answer.statusCode() < TEMPORARY) {
                    throw new IllegalStateException("refused with " + answer.statusCode() + " " + answer.body());
                }
            } catch (IOException lineCut) {
                // The server is away; the same message is sent again below.
            }
            repeated.incrementAndGet();
            LockSupport.parkNanos(RETRY_NANOS);
        }
        throw new IllegalStateException("never acknowledged");
    }

    /** What a customer says as their message of this number, from 0. */
    public static String words(int number) {
        return "is parcel number " + number + " on its way";
    }

    /** Everything that the customer said, as the server now tells it. */
    public List<Said> read(Visitor visitor) throws IOException, InterruptedException {
        List<Said> said = new ArrayList<>();
        String watermark = "";
        while (true) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(
                            url + "/v3/directline/conversations/" + visitor.id + "/activities?watermark=" + watermark))
                    .header("Authorization", "Bearer " + visitor.token)
                    .timeout(ANSWER_WITHIN)
                    .build();
            JsonNode page =
                    Json.read(http.send(request, BodyHandlers.ofString()).body(), JsonNode.class);
            if (page.get("activities").isEmpty()) return said;
            for (JsonNode activity : page.get("activities")) {
                boolean own = "user".equals(activity.at("/from/role").textValue());
                if (own)
                    said.add(new Said(
                            activity.get("id").textValue(), activity.get("text").textValue()));
            }
            watermark = page.get("watermark").textValue();
        }
    }

    /** Compares what every customer was told with what they read. */
    public Account account() throws IOException, InterruptedException {
        int found = 0;
        int twice = 0;
        for (Visitor visitor : visitors) {
            List<Said> said = read(visitor);
            Set<String> texts = new HashSet<>();
            for (Said one : said) if (!texts.add(one.text())) twice++;
            List<String> ids = said.stream().map(Said::id).toList();
            for (int i = 0; i < visitor.acknowledged.size(); i++) {
                boolean there = i < ids.size() && ids.get(i).equals(visitor.acknowledged.get(i));
                if (there) found++;
            }
        }
        return new Account(acknowledged.get(), found, twice, repeated.get());
    }

    private HttpResponse<String> post(String path, String token, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(ANSWER_WITHIN)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }
}
