package outfitter.server.channel.directline;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.conversation.Audience;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.EntryKind;
import outfitter.models.json.Json;
import outfitter.models.testing.PostgresExtension;
import outfitter.server.site.Visitor;

/** Nothing but entries meant for the customer reaches the customer, whichever way they read. */
@ExtendWith(PostgresExtension.class)
class WhatCustomersSeeTest {
    private static final List<String> CUSTOMERS = Arrays.stream(EntryKind.values())
            .filter(kind -> kind.audience() == Audience.CUSTOMER)
            .map(EntryKind::code)
            .sorted()
            .toList();

    private final PgConnectOptions database;
    private SiteServer server;

    WhatCustomersSeeTest(PgConnectOptions database) {
        this.database = database;
    }

    @BeforeEach
    void open() throws Exception {
        server = new SiteServer(database);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    @Test
    void everyKindHasAnExample() {
        assertThat(EveryKind.inOrder("site:x")).extracting(EntryKind::of).containsOnlyOnce(EntryKind.values());
    }

    @Test
    void aKindHasALookExactlyWhenItIsTheCustomers() {
        Activities look = new Activities(Visitor.anonymous(Visitor.freshId()), "Pip", "https://shop.example");

        for (EntryBody body : EveryKind.inOrder("site:x")) {
            var activity = look.of(new Entry(new ConversationId(1), 1, Instant.EPOCH, body), Map.of());
            assertThat(activity.isPresent())
                    .as(EntryKind.of(body).code())
                    .isEqualTo(EntryKind.of(body).audience() == Audience.CUSTOMER);
            activity.ifPresent(seen -> assertThat(EveryKind.isLeaking(Json.write(seen)))
                    .as(EntryKind.of(body).code())
                    .isFalse());
        }
    }

    @Test
    void everyExitShowsTheCustomersKindsAndNoOther() throws Exception {
        Customer customer = Customer.anonymous(server);
        try (Screen live = customer.open()) {
            everythingHappensTo(customer);

            assertThat(kinds(customer.readAll())).containsExactlyElementsOf(CUSTOMERS);
            assertThat(kinds(untilEnd(live))).containsExactlyElementsOf(CUSTOMERS);
            try (Screen late = customer.open();
                    Screen again = customer.reopen("-")) {
                assertThat(kinds(untilEnd(late))).containsExactlyElementsOf(CUSTOMERS);
                assertThat(kinds(untilEnd(again))).containsExactlyElementsOf(CUSTOMERS);
            }
        }
    }

    /** One turn an entry, then a merge with somebody else's conversation and its undo. */
    private void everythingHappensTo(Customer customer) throws Exception {
        String address = "site:" + customer.visitor;
        Conversation conversation =
                server.conversations.openAt(address, "en", Instant.now()).await();
        for (EntryBody body : EveryKind.inOrder(address)) {
            boolean ofMerges = body instanceof EntryBody.Absorbed
                    || body instanceof EntryBody.Merged
                    || body instanceof EntryBody.Unmerged;
            if (!ofMerges) server.happens(conversation.id(), EntryKind.of(body).code(), body);
        }
        Conversation other = server.conversations
                .openAt("site:" + Visitor.freshId(), "en", Instant.now())
                .await();
        long merge = server.merges
                .merge(conversation.id(), other.id(), EveryKind.HIDDEN)
                .await()
                .orElseThrow()
                .id();
        server.merges.undo(merge).await();
        server.happens(conversation.id(), "end", new EntryBody.BotMessage("the end", List.of(), List.of(), null));
    }

    private static List<JsonObject> untilEnd(Screen screen) throws Exception {
        List<JsonObject> seen = new ArrayList<>();
        do {
            JsonObject activity = screen.any();
            if (activity.containsKey("id")) seen.add(activity);
        } while (seen.isEmpty() || !"the end".equals(seen.get(seen.size() - 1).getString("text")));
        return seen;
    }

    /** The kinds seen, each once, after making sure that nothing slipped out with them. */
    private static List<String> kinds(List<JsonObject> activities) {
        assertThat(activities).noneMatch(activity -> EveryKind.isLeaking(activity.encode()));
        return activities.stream()
                .map(activity -> activity.getJsonObject("channelData")
                        .getJsonObject("outfitter")
                        .getString("kind"))
                .collect(Collectors.toCollection(java.util.TreeSet::new))
                .stream()
                .toList();
    }
}
