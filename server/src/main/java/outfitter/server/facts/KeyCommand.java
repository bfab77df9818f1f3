package outfitter.server.facts;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import outfitter.models.account.ApiKey;
import outfitter.models.account.ApiKeys;
import outfitter.models.account.AuditLog;
import outfitter.server.StartFailure;
import outfitter.server.command.Outcome;
import outfitter.server.command.ShopData;
import outfitter.server.postgres.Postgres;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code outfitter key}: which programs may tell us facts of the shop. A running server knows at once. */
@Command(
        name = "key",
        description = "Keys of the JSON API: add, list, revoke.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(add|list|revoke)")
public final class KeyCommand {
    private static final String ACTOR = "command";

    @Command(description = "Makes a key and shows it, once.", mixinStandardHelpOptions = true)
    int add(
            @Mixin ShopData data,
            @Mixin Outcome outcome,
            @Parameters(paramLabel = "NAME", description = "What the key is for.") String name) {
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > 100) throw new StartFailure("NAME: must have 1 to 100 characters");
        String key = with(
                data,
                db -> new ApiKeys(db, Clock.systemUTC())
                        .add(plain)
                        .map(made -> made.orElseThrow(() -> new StartFailure(
                                "NAME: there is a key \"" + plain + "\"; revoke it first, or take another name")))
                        .compose(made -> record(db, "key-added", plain).map(made)));
        outcome.print(new Made(plain, key), key + "\nShown once: keep it where only " + plain + " can read it.");
        return 0;
    }

    @Command(description = "Shows the keys, not what they are.", mixinStandardHelpOptions = true)
    int list(@Mixin ShopData data, @Mixin Outcome outcome) {
        List<ApiKey> keys = with(data, db -> new ApiKeys(db, Clock.systemUTC()).list());
        outcome.print(
                Map.of("keys", keys),
                keys.isEmpty() ? "no keys" : keys.stream().map(KeyCommand::line).collect(Collectors.joining("\n")));
        return 0;
    }

    @Command(description = "Makes a key worthless at once.", mixinStandardHelpOptions = true)
    int revoke(
            @Mixin ShopData data,
            @Mixin Outcome outcome,
            @Parameters(paramLabel = "NAME", description = "As it was added.") String name) {
        String plain = name.strip();
        ApiKey revoked = with(
                data,
                db -> new ApiKeys(db, Clock.systemUTC())
                        .revoke(plain)
                        .map(found ->
                                found.orElseThrow(() -> new StartFailure("NAME: there is no key \"" + plain + "\"")))
                        .compose(found -> record(db, "key-revoked", plain).map(found)));
        outcome.print(revoked, "revoked " + plain);
        return 0;
    }

    /** A key, told once. */
    record Made(String name, String key) {}

    private static Future<Void> record(Pool db, String act, String name) {
        return new AuditLog(db, Clock.systemUTC()).record(ACTOR, act, "key:" + name, Map.of());
    }

    private static String line(ApiKey key) {
        return "%-24s added %tF  last used %s%s"
                .formatted(
                        key.name(),
                        key.createdAt().atZone(java.time.ZoneOffset.UTC),
                        day(key.usedAt()),
                        key.revokedAt() == null ? "" : "  revoked " + day(key.revokedAt()));
    }

    private static String day(java.time.@Nullable Instant at) {
        return at == null ? "never" : at.toString().substring(0, 10);
    }

    private static <T> T with(ShopData data, Function<Pool, Future<T>> work) {
        Postgres postgres = data.open();
        Vertx vertx = Vertx.vertx();
        try {
            Pool db = PgBuilder.pool()
                    .with(new PoolOptions().setMaxSize(1))
                    .connectingTo(postgres.address().connectOptions())
                    .using(vertx)
                    .build();
            return work.apply(db).await();
        } finally {
            vertx.close().await();
            postgres.close();
        }
    }
}
