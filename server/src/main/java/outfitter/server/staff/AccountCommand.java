package outfitter.server.staff;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import outfitter.models.account.Account;
import outfitter.models.account.Role;
import outfitter.server.StartFailure;
import outfitter.server.command.Outcome;
import outfitter.server.command.ShopData;
import outfitter.server.postgres.Database;
import outfitter.server.postgres.Postgres;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code outfitter account add|list|disable|reset}: the operator's way to decide who signs in, also past a lost password. */
@Command(
        name = "account",
        description = "Says who of the staff may sign in.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AccountCommand.Add.class,
            AccountCommand.Everybody.class,
            AccountCommand.Disable.class,
            AccountCommand.Reset.class
        })
public final class AccountCommand implements Runnable {
    @Override
    public void run() {
        throw new StartFailure("account: add, list, disable or reset; see outfitter account --help");
    }

    /** An account as {@code --json} prints it; a figure that does not apply is null. */
    record Printed(
            String name,
            String displayName,
            String role,
            String state,
            boolean demo,
            @Nullable Instant lastSignIn) {
        static Printed of(Personnel.Standing standing) {
            Account account = standing.account();
            return new Printed(
                    account.name(),
                    account.displayName(),
                    account.role().code(),
                    standing.state(),
                    account.demo(),
                    account.signedInAt());
        }

        String line() {
            return "%-24s %-13s %-9s %s%s"
                    .formatted(
                            name,
                            role,
                            state,
                            lastSignIn == null ? "never signed in" : "last signed in " + lastSignIn,
                            demo ? " (demo)" : "");
        }
    }

    record Everyone(List<Printed> accounts) {}

    record Link(String name, String role, String link, Instant expiresAt) {}

    record Changed(String name, String role, String state) {}

    /** What each of them needs: the shop, how to print, and who is acting. */
    abstract static class Act implements Runnable {
        @Mixin
        private ShopData shop = new ShopData();

        @Mixin
        private Outcome outcome = new Outcome();

        Outcome outcome() {
            return outcome;
        }

        ShopData shop() {
            return shop;
        }

        static Personnel.Actor operator() {
            return new Personnel.Actor("operator", Map.of("user", System.getProperty("user.name", "")));
        }

        /** Does {@code act} on the shop's own database and waits for it. */
        <T> T on(Function<Personnel, Future<T>> act) {
            Postgres postgres = shop.open();
            Vertx vertx = Vertx.vertx();
            try {
                Database database = new Database(vertx, postgres);
                return act.apply(new Personnel(database.pool(), Clock.systemUTC()))
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException known ? known : e;
            } finally {
                vertx.close().toCompletionStage().toCompletableFuture().join();
                postgres.close();
            }
        }
    }

    /** Those that end in a link. */
    abstract static class Inviting extends Act {
        @Option(
                names = "--url",
                paramLabel = "URL",
                description = "The server's address, for the link; OUTFITTER_PUBLIC_URL unless given.")
        private @Nullable String url;

        void print(Personnel.Invited invited) {
            Account account = invited.account();
            String link = address() + invited.path();
            outcome()
                    .print(
                            new Link(account.name(), account.role().code(), link, invited.expiresAt()),
                            "%s (%s) sets a password here, once, until %s:%n%s"
                                    .formatted(account.name(), account.role().code(), invited.expiresAt(), link));
        }

        private String address() {
            String given = url == null ? shop().config().publicUrl() : url;
            return given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
        }
    }

    @Command(name = "add", description = "Adds an account and prints the link that lets its owner in, once.")
    static final class Add extends Inviting {
        @Parameters(paramLabel = "NAME", description = "What to sign in with.")
        private String name = "";

        @Option(
                names = "--role",
                required = true,
                converter = RoleConverter.class,
                paramLabel = "ROLE",
                description = "agent, merchandiser, supervisor or admin.")
        private Role role = Role.AGENT;

        @Option(
                names = "--display-name",
                paramLabel = "TEXT",
                description = "What customers read; the name unless given.")
        private @Nullable String displayName;

        @Override
        public void run() {
            String shown = displayName == null ? name : displayName;
            try {
                Account.checkName(name);
                Account.checkDisplayName(shown);
            } catch (IllegalArgumentException e) {
                throw new StartFailure("account add: " + e.getMessage(), e);
            }
            print(on(staff -> staff.add(operator(), name, shown, role))
                    .orElseThrow(() -> new StartFailure(
                            "account add: there is an account " + name + " already; account reset lets its owner in")));
        }
    }

    @Command(name = "list", description = "Lists the accounts: role, state, last sign-in.")
    static final class Everybody extends Act {
        @Override
        public void run() {
            List<Printed> all = on(Personnel::all).stream().map(Printed::of).toList();
            String lines = all.stream().map(Printed::line).collect(Collectors.joining(System.lineSeparator()));
            outcome().print(new Everyone(all), all.isEmpty() ? "there is no account yet" : lines);
        }
    }

    @Command(name = "disable", description = "Shuts an account and ends its sessions.")
    static final class Disable extends Act {
        @Parameters(paramLabel = "NAME", description = "The account's name.")
        private String name = "";

        @Override
        public void run() {
            Account disabled = on(staff -> staff.disable(operator(), name)
                    .compose(done -> done.map(Future::succeededFuture).orElseGet(() -> refused(staff))));
            outcome()
                    .print(
                            new Changed(disabled.name(), disabled.role().code(), disabled.state()),
                            disabled.name() + " is disabled, and signed out everywhere");
        }

        private Future<Account> refused(Personnel staff) {
            return staff.exists(name)
                    .compose(there -> Future.failedFuture(new StartFailure(
                            there
                                    ? "account disable: " + name + " is the last admin; add another first"
                                    : nobody("disable", name))));
        }
    }

    @Command(
            name = "reset",
            description = "Takes the password away, ends the sessions and prints a link that sets a new one, once.")
    static final class Reset extends Inviting {
        @Parameters(paramLabel = "NAME", description = "The account's name.")
        private String name = "";

        @Override
        public void run() {
            Optional<Personnel.Invited> invited = on(staff -> staff.reset(operator(), name));
            print(invited.orElseThrow(() -> new StartFailure(nobody("reset", name))));
        }
    }

    private static String nobody(String act, String name) {
        return "account " + act + ": there is no account " + name + "; account list names them";
    }

    static final class RoleConverter implements ITypeConverter<Role> {
        @Override
        public Role convert(String value) {
            try {
                return Role.of(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
