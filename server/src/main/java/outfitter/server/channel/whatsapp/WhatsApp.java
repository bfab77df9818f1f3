package outfitter.server.channel.whatsapp;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import outfitter.server.channel.service.Carries;
import outfitter.server.channel.service.Fetched;
import outfitter.server.channel.service.Happening;
import outfitter.server.channel.service.Piece;
import outfitter.server.channel.service.PushChannel;
import outfitter.server.channel.service.Sending;

/** The shop's number in WhatsApp, by Meta's Cloud API. */
public final class WhatsApp implements PushChannel {
    static final String ID = "whatsapp";
    static final String PREFIX = ID + ":";

    private static final Carries CARRIES = new Carries(4_096, 1_024, 3, 20, 10, 24, 1_024);
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final String SIGNATURE = "X-Hub-Signature-256";
    private static final String HMAC = "HmacSHA256";

    private final WhatsAppConfig config;
    private final Webhook webhook;
    private final Bodies bodies;
    private final Graph graph;

    /** @param choose what is pressed to see a list of choices */
    public WhatsApp(Vertx vertx, WhatsAppConfig config, String choose) {
        this.config = config;
        webhook = new Webhook(config.phoneNumberId());
        bodies = new Bodies(choose);
        graph = new Graph(vertx, config);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "WhatsApp";
    }

    @Override
    public Carries carries() {
        return CARRIES;
    }

    @Override
    public Optional<Duration> window() {
        return Optional.of(WINDOW);
    }

    @Override
    public Optional<String> greet(MultiMap query) {
        String given = Optional.ofNullable(query.get("hub.verify_token")).orElse("");
        String challenge = query.get("hub.challenge");
        boolean ours = "subscribe".equals(query.get("hub.mode")) && isEqual(given, config.verifyToken());
        return ours ? Optional.ofNullable(challenge) : Optional.empty();
    }

    @Override
    public boolean isGenuine(MultiMap headers, Buffer body) {
        String given = headers.get(SIGNATURE);
        return given != null && isEqual(given, "sha256=" + signature(config.appSecret(), body));
    }

    @Override
    public List<Happening> read(Buffer body) {
        return webhook.read(body);
    }

    @Override
    public Future<Sending> send(String address, Piece piece, String key) {
        return graph.send(bodies.of(to(address), piece, key));
    }

    @Override
    public boolean invites() {
        return config.template().isPresent();
    }

    @Override
    public Future<Sending> invite(String address, String key) {
        return graph.send(bodies.template(to(address), config.template().orElseThrow(), key));
    }

    @Override
    public boolean sendsCodesToAnybody() {
        return config.codeTemplate().isPresent();
    }

    @Override
    public Future<Sending> sendCode(String address, String code, String words) {
        return graph.send(config.codeTemplate()
                .map(template -> bodies.code(to(address), template, code))
                .orElseGet(() -> bodies.of(to(address), Piece.text(words), "code")));
    }

    @Override
    public Future<Fetched> fetch(String reference, int limit) {
        return graph.fetch(reference, limit);
    }

    @Override
    public @Nullable String phone(String address) {
        return isNumber(to(address)) ? to(address) : null;
    }

    @Override
    public Optional<String> addressOf(String phone) {
        return Optional.of(PREFIX + phone);
    }

    /** Whether a customer's name there is their telephone number; who hides it has one of Meta's own. */
    static boolean isNumber(String name) {
        return name.matches("\\d{5,20}");
    }

    private static String to(String address) {
        return address.substring(PREFIX.length());
    }

    /** Lower-case hex HMAC-SHA256 of the bytes as they came. */
    static String signature(String secret, Buffer body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes()));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(HMAC + " is always there", e);
        }
    }

    private static boolean isEqual(String given, String right) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
