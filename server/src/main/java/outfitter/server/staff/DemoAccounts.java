package outfitter.server.staff;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outfitter.models.account.Account;
import outfitter.models.account.Accounts;
import outfitter.models.account.Role;

/**
 * The people of the demonstration: two agents, a merchandiser and a supervisor. Only a server that runs with {@code
 * --demo} on loopback makes them; their passwords are new at each start and known only to who can ask that server, so that
 * a database which once held a demonstration can be opened by nobody.
 */
public final class DemoAccounts {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 14;

    private final Accounts accounts;
    private final Passwords passwords;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public DemoAccounts(Accounts accounts, Passwords passwords, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** One of them, with what to sign in with. */
    public record DemoAccount(String name, String password, String displayName, Role role) {}

    /** Makes them, or gives them new passwords. */
    public Future<List<DemoAccount>> open() {
        List<DemoAccount> people = List.of(
                person("ana", "Ana", Role.AGENT),
                person("ben", "Ben", Role.AGENT),
                person("mia", "Mia", Role.MERCHANDISER),
                person("robin", "Robin", Role.SUPERVISOR));
        List<Future<?>> opened = new ArrayList<>();
        people.forEach(one -> opened.add(open(one)));
        return Future.all(opened).map(people);
    }

    /** Lets nobody of them in any more; for a start without {@code --demo}. */
    public Future<Void> close() {
        return accounts.all()
                .compose(all -> Future.all(all.stream()
                                .filter(account -> account.demo() && account.isEnabled())
                                .map(account -> accounts.clearPassword(account.id()))
                                .toList())
                        .mapEmpty());
    }

    private Future<?> open(DemoAccount person) {
        return passwords
                .hash(person.password())
                .compose(hash -> accounts.add(
                                person.name(), person.displayName(), hash, person.role(), true, clock.instant())
                        .compose(added -> added.isPresent() ? Future.succeededFuture() : renew(person, hash)));
    }

    // Never the password of somebody real who happens to have the name.
    private Future<?> renew(DemoAccount person, String hash) {
        return accounts.byName(person.name()).compose(found -> {
            Optional<Account> demo = found.map(Accounts.Credentials::account).filter(Account::demo);
            return demo.isPresent() ? accounts.setPassword(demo.get().id(), hash) : Future.succeededFuture();
        });
    }

    private DemoAccount person(String name, String displayName, Role role) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return new DemoAccount(name, password.toString(), displayName, role);
    }
}
