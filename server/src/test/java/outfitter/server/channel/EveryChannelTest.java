package outfitter.server.channel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgConnectOptions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import outfitter.models.delivery.DeliveryState;
import outfitter.models.testing.PostgresExtension;
import outfitter.server.channel.service.Carries;
import outfitter.server.channel.service.Happening;
import outfitter.server.channel.service.PushChannel;
import outfitter.server.channel.whatsapp.WhatsAppPeer;

/** Every channel keeps every rule, and the rules notice a channel that does not. */
@ExtendWith(PostgresExtension.class)
class EveryChannelTest {
    /** One line a channel. */
    private static final List<Callable<ChannelPeer>> PEERS = List.of(WhatsAppPeer::new);

    private final PgConnectOptions database;

    EveryChannelTest(PgConnectOptions database) {
        this.database = database;
    }

    static Stream<Arguments> channelsAndRules() {
        return PEERS.stream()
                .flatMap(peer -> Arrays.stream(ChannelRules.values()).map(rule -> Arguments.of(rule, peer)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("channelsAndRules")
    void everyChannelKeepsTheRule(ChannelRules rule, Callable<ChannelPeer> opened) throws Exception {
        try (ChannelPeer peer = opened.call()) {
            rule.check(database, peer, channel -> channel);
        }
    }

    @Test
    void aChannelThatBelievesAnybodyIsNoticed() throws Exception {
        assertBroken(ChannelRules.WRONG_SIGNATURE, like -> altered(like, "isGenuine", arguments -> true));
    }

    @Test
    void aChannelThatNamesTheSameMessageAnewIsNoticed() throws Exception {
        assertBroken(
                ChannelRules.DUPLICATE,
                like -> altered(
                        like,
                        "read",
                        arguments -> like.read((Buffer) arguments[0]).stream()
                                .map(each -> each instanceof Happening.Said said
                                        ? new Happening.Said(
                                                said.address(),
                                                said.id() + System.nanoTime(),
                                                said.sender(),
                                                said.text(),
                                                said.thing(),
                                                said.about())
                                        : each)
                                .toList()));
    }

    @Test
    void aChannelThatCutsNothingIsNoticed() throws Exception {
        assertBroken(
                ChannelRules.LENGTH_LIMIT, like -> altered(like, "carries", arguments -> Carries.textOnly(1_000_000)));
    }

    @Test
    void aChannelThatKnowsNoWindowIsNoticed() throws Exception {
        assertBroken(ChannelRules.WINDOW, like -> altered(like, "window", arguments -> Optional.<Duration>empty()));
    }

    @Test
    void aChannelThatTakesEveryWordForReadIsNoticed() throws Exception {
        assertBroken(
                ChannelRules.STATUS_IN_ORDER,
                like -> altered(
                        like,
                        "read",
                        arguments -> like.read((Buffer) arguments[0]).stream()
                                .map(each -> each instanceof Happening.Told told
                                        ? new Happening.Told(
                                                told.message(),
                                                DeliveryState.READ,
                                                told.at(),
                                                told.reason(),
                                                told.key())
                                        : each)
                                .toList()));
    }

    @Test
    void aChannelThatDropsWhatItDoesNotKnowIsNoticed() throws Exception {
        assertBroken(
                ChannelRules.UNKNOWN_TYPE,
                like -> altered(
                        like,
                        "read",
                        arguments -> like.read((Buffer) arguments[0]).stream()
                                .filter(each -> !(each instanceof Happening.Said said) || said.text() != null)
                                .toList()));
    }

    private void assertBroken(ChannelRules rule, UnaryOperator<PushChannel> variant) throws Exception {
        try (ChannelPeer peer = PEERS.get(0).call()) {
            assertThatThrownBy(() -> rule.check(database, peer, variant))
                    .isInstanceOfAny(AssertionError.class, java.util.NoSuchElementException.class);
        }
    }

    /** A method's answer, given its arguments. */
    private interface Answer {
        Object to(Object[] arguments);
    }

    /** The channel with one method changed. */
    private static PushChannel altered(PushChannel like, String method, Answer answer) {
        return (PushChannel) Proxy.newProxyInstance(
                PushChannel.class.getClassLoader(), new Class<?>[] {PushChannel.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) return answer.to(arguments);
                    try {
                        return called.invoke(like, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
