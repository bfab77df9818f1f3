package outfitter.server.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgConnectOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import outfitter.models.conversation.EntryBody;
import outfitter.models.delivery.DeliveryState;
import outfitter.server.channel.service.PushChannel;

/** What every channel keeps, as rules that a channel with its peer either passes or fails by an assertion. */
public enum ChannelRules {
    IN_AND_OUT {
        @Override
        void check(ChannelServer server, ChannelPeer peer) throws Exception {
            String customer = peer.newCustomer();

            assertThat(server.call(peer.says(customer, "in-1", "Where is my parcel?")))
                    .isEqualTo(200);
            ChannelPeer.Sent reply = peer.next();

            assertThat(server.said(customer)).containsExactly("Where is my parcel?");
            assertThat(reply.to()).isEqualTo(customer);
            assertThat(reply.text()).isEqualTo("You said: Where is my parcel?");
        }
    },
    DUPLICATE {
        @Override
        void check(ChannelServer server, ChannelPeer peer) throws Exception {
            String customer = peer.newCustomer();
            ChannelPeer.Call call = peer.says(customer, "twice", "once, please");

            assertThat(List.of(server.call(call), server.call(call), server.call(call)))
                    .containsOnly(200);
            server.call(peer.says(customer, "after", "and now"));

            assertThat(server.said(customer)).containsExactly("once, please", "and now");
            assertThat(List.of(peer.next().text(), peer.next().text()))
                    .containsExactly("You said: once, please", "You said: and now");
        }
    },
    WRONG_SIGNATURE {
        @Override
        void check(ChannelServer server, ChannelPeer peer) throws Exception {
            String customer = peer.newCustomer();

            assertThat(server.call(peer.forged(peer.says(customer, "forged", "let me in"))))
                    .isEqualTo(403);
            server.call(peer.says(customer, "genuine", "it is me"));

            assertThat(server.said(customer)).containsExactly("it is me");
        }
    },
    OUT_OF_ORDER_STATUS {
        @Override
        void check(ChannelServer server, ChannelPeer peer) throws Exception {
            String customer = peer.newCustomer();
            server.call(peer.says(customer, "status", "hello"));
            ChannelPeer.Sent reply = peer.next();
            server.nextTold(news -> news.state() == DeliveryState.SENT);
            Instant now = Instant.now();

            server.call(peer.tells(reply, DeliveryState.READ, now));
            server.call(peer.tells(reply, DeliveryState.SENT, now.minusSeconds(9)));
            server.call(peer.tells(reply, DeliveryState.DELIVERED, now.minusSeconds(5)));
            server.call(peer.tells(reply, DeliveryState.DELIVERED, now.minusSeconds(5)));

            assertThat(state(server, customer)).isEqualTo(DeliveryState.READ);
        }
    },
    STATUS_IN_ORDER {
        @Override
        void check(ChannelServer server, ChannelPeer peer) throws Exception {
            String customer = peer.newCustomer();
            server.call(peer.says(customer, "in-order", "hello"));
            ChannelPeer.Sent reply = peer.next();
            server.nextTold(news -> news.state() == DeliveryState.SENT);

            server.call(peer.tells(reply, DeliveryState.DELIVERED, Instant.now()));

            assertThat(state(server, customer)).isEqualTo(DeliveryState.DELIVERED);
        }
    },
    WINDOW {
        @Override
        void check(ChannelServer server, ChannelPeer peer) throws Exception {
            assertThat(server.channel.window()).isEqualTo(peer.window());
            if (peer.window().isEmpty()) return;
            String customer = peer.newCustomer();
            server.call(peer.says(customer, "early", "hello"));
            peer.next();
            server.nextTold(news -> news.state() == DeliveryState.SENT);
            server.clock.pass(peer.window().orElseThrow().plusMinutes(1));

            server.happens(server.at(customer).id(), "late", said("Your boots are in"));
            server.nextTold(news -> news.state() == DeliveryState.HELD);
            assertThat(peer.waiting()).isZero();
            server.call(peer.says(customer, "again", "any news?"));

            assertThat(List.of(peer.next().text(), peer.next().text()))
                    .containsExactly("Your boots are in", "You said: any news?");
        }
    },
    LENGTH_LIMIT {
        @Override
        void check(ChannelServer server, ChannelPeer peer) throws Exception {
            String customer = peer.newCustomer();
            server.call(peer.says(customer, "long", "long"));
            peer.next();
            String text = IntStream.rangeClosed(1, 2 * peer.longestText() / 20)
                    .mapToObj(n -> "This is sentence %d.".formatted(n))
                    .collect(Collectors.joining(" "));

            server.happens(server.at(customer).id(), "long", said(text));
            List<String> parts = new ArrayList<>();
            while (String.join(" ", parts).length() < text.length())
                parts.add(peer.next().text());

            assertThat(parts).hasSizeGreaterThan(1).allMatch(part -> part.length() <= peer.longestText());
            assertThat(parts).allMatch(part -> part.endsWith("."));
            assertThat(String.join(" ", parts)).isEqualTo(text);
        }
    },
    FAILING_SERVICE {
        @Override
        void check(ChannelServer server, ChannelPeer peer) throws Exception {
            String customer = peer.newCustomer();
            peer.failOnce();

            server.call(peer.says(customer, "1", "first"));
            server.call(peer.says(customer, "2", "second"));

            assertThat(List.of(peer.next().text(), peer.next().text()))
                    .containsExactly("You said: first", "You said: second");
        }
    },
    REFUSAL {
        @Override
        void check(ChannelServer server, ChannelPeer peer) throws Exception {
            String customer = peer.newCustomer();
            peer.refuseOnce();

            server.call(peer.says(customer, "1", "first"));
            server.nextTold(news -> news.state() == DeliveryState.FAILED);
            server.call(peer.says(customer, "2", "second"));

            assertThat(peer.next().text()).isEqualTo("You said: second");
            assertThat(server.entries(customer))
                    .filteredOn(entry -> entry.body() instanceof EntryBody.NotDelivered)
                    .hasSize(1);
            assertThat(server.outbox.figures().await().dead()).isPositive();
        }
    },
    UNKNOWN_TYPE {
        @Override
        void check(ChannelServer server, ChannelPeer peer) throws Exception {
            String customer = peer.newCustomer();

            assertThat(server.call(peer.sendsSomethingUnknown(customer, "odd"))).isEqualTo(200);

            assertThat(server.said(customer)).hasSize(1).allMatch(text -> text.contains("cannot read"));
        }
    },
    NOTHING_PRIVATE {
        @Override
        void check(ChannelServer server, ChannelPeer peer) throws Exception {
            String customer = peer.newCustomer();
            server.call(peer.says(customer, "1", "hello"));
            peer.next();

            server.happens(
                    server.at(customer).id(),
                    "private",
                    new EntryBody.Note(7, "Ana", "difficult customer"),
                    said("Hi"));
            server.call(peer.says(customer, "2", "bye"));

            assertThat(List.of(peer.next().text(), peer.next().text())).containsExactly("Hi", "You said: bye");
        }
    };

    abstract void check(ChannelServer server, ChannelPeer peer) throws Exception;

    /** Checks this rule on a server of its own. */
    void check(PgConnectOptions database, ChannelPeer peer, java.util.function.UnaryOperator<PushChannel> variant)
            throws Exception {
        try (ChannelServer server = new ChannelServer(
                database, vertx -> variant.apply(peer.channel(vertx)), heard -> said("You said: " + heard.text()))) {
            check(server, peer);
        }
    }

    static EntryBody.BotMessage said(String text) {
        return new EntryBody.BotMessage(text, List.of(), List.of(), null);
    }

    private static DeliveryState state(ChannelServer server, String customer) throws Exception {
        return server.deliveries
                .of(List.of(server.at(customer).id()), 10)
                .await()
                .get(0)
                .state();
    }
}
