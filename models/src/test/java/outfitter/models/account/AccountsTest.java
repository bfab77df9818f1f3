package outfitter.models.account;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.testing.MovableClock;
import outfitter.models.testing.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class AccountsTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final MovableClock clock = new MovableClock(START);
    private final Pool db;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Invitations invitations;

    AccountsTest(Pool db) {
        this.db = db;
        accounts = new Accounts(db);
        sessions = new Sessions(db, clock);
        invitations = new Invitations(db, clock);
    }

    @Test
    void aNameIsTakenWhateverItsCase() throws Exception {
        Account first = added("Nora", Role.AGENT);

        Optional<Account> second = await(accounts.add("NORA", "Nora 2", "hash", Role.ADMIN, false, START));

        assertThat(first.name()).isEqualTo("nora");
        assertThat(second).isEmpty();
        assertThat(await(accounts.byName(" Nora ")).orElseThrow().account()).isEqualTo(first);
    }

    @Test
    void aSessionLastsWhileItIsUsed() throws Exception {
        Account account = added("used", Role.AGENT);
        String token = await(sessions.open(account.id(), "127.0.0.1"));

        clock.pass(Sessions.IDLE.minusMinutes(1));
        assertThat(await(sessions.account(token))).map(Account::id).contains(account.id());
        clock.pass(Sessions.IDLE.minusMinutes(1));
        assertThat(await(sessions.account(token))).map(Account::id).contains(account.id());
        clock.pass(Sessions.IDLE.plusMinutes(1));
        assertThat(await(sessions.account(token))).isEmpty();
    }

    @Test
    void aSessionEndsAfterItsLifeEvenWhenUsedAllTheTime() throws Exception {
        Account account = added("always", Role.AGENT);
        String token = await(sessions.open(account.id(), "127.0.0.1"));

        Duration passed = Duration.ZERO;
        while (passed.compareTo(Sessions.LIFE.minusHours(6)) < 0) {
            clock.pass(Duration.ofHours(6));
            passed = passed.plusHours(6);
            assertThat(await(sessions.account(token))).as("after %s", passed).isPresent();
        }
        clock.pass(Duration.ofHours(6));

        assertThat(await(sessions.account(token))).isEmpty();
    }

    @Test
    void aDisabledAccountsSessionIsOver() throws Exception {
        Account account = added("leaver", Role.AGENT);
        String token = await(sessions.open(account.id(), "127.0.0.1"));

        await(accounts.disable("leaver", START));

        assertThat(await(sessions.account(token))).isEmpty();
    }

    @Test
    void theCookiesValueIsNotInTheDatabase() throws Exception {
        Account account = added("secret", Role.AGENT);
        String token = await(sessions.open(account.id(), "127.0.0.1"));

        String stored = await(db.query("SELECT string_agg(session::text, ',') FROM session")
                        .execute())
                .iterator()
                .next()
                .getString(0);

        assertThat(stored).doesNotContain(token);
        assertThat(token).hasSizeGreaterThanOrEqualTo(43);
    }

    @Test
    void anInvitationMakesOneAccountHoweverManyTryAtOnce() throws Exception {
        String token = await(invitations.invite(Role.ADMIN, Duration.ofHours(1)));

        List<Future<Optional<Account>>> tries = IntStream.range(0, 8)
                .mapToObj(n -> accounts.join(token, "admin" + n, "Admin", "hash", clock.instant()))
                .toList();
        await(Future.all(tries));

        assertThat(tries).filteredOn(one -> one.result().isPresent()).hasSize(1);
        assertThat(await(accounts.hasAdmin())).isTrue();
    }

    @Test
    void anOldInvitationIsWorthless() throws Exception {
        String token = await(invitations.invite(Role.AGENT, Duration.ofHours(1)));
        clock.pass(Duration.ofHours(2));

        assertThat(await(accounts.join(token, "late", "Late", "hash", clock.instant())))
                .isEmpty();
    }

    @Test
    void aTakenNameDoesNotUseTheInvitationUp() throws Exception {
        added("taken", Role.AGENT);
        String token = await(invitations.invite(Role.AGENT, Duration.ofHours(1)));

        assertThat(await(accounts.join(token, "taken", "Me", "hash", clock.instant())))
                .isEmpty();
        assertThat(await(accounts.join(token, "free", "Me", "hash", clock.instant())))
                .isPresent();
    }

    @Test
    void whoIsExpectedSetsAPasswordOnceByTheirLink() throws Exception {
        Account expected =
                await(accounts.expect("Lea", "Lea", Role.MERCHANDISER, START)).orElseThrow();
        String token = await(invitations.invite(expected, clock.instant().plus(Duration.ofDays(3))));

        assertThat(expected.state()).isEqualTo("invited");
        assertThat(await(invitations.find(token)).orElseThrow().name()).isEqualTo("lea");
        assertThat(await(accounts.join(token, "someone", "Someone", "hash", clock.instant())))
                .isEmpty();
        assertThat(await(accounts.enter(token, "Lea B", "hash", clock.instant()))
                        .orElseThrow()
                        .state())
                .isEqualTo("active");
        assertThat(await(accounts.enter(token, "Lea", "other", clock.instant())))
                .isEmpty();
        assertThat(await(invitations.find(token))).isEmpty();
    }

    @Test
    void aResetTakesPasswordSessionsAndOlderLinks() throws Exception {
        Account account = added("forgot", Role.AGENT);
        String session = await(sessions.open(account.id(), "127.0.0.1"));
        String older = await(invitations.invite(account, clock.instant().plus(Duration.ofDays(3))));
        await(accounts.disable("forgot", START));

        Account reset = await(accounts.reset("Forgot")).orElseThrow();

        assertThat(reset.state()).isEqualTo("invited");
        assertThat(await(accounts.byName("forgot")).orElseThrow().hash()).isNull();
        assertThat(await(sessions.account(session))).isEmpty();
        assertThat(await(accounts.enter(older, "Forgot", "hash", clock.instant())))
                .isEmpty();
    }

    @Test
    void twoAdminsCannotShutEachOtherOut() throws Exception {
        await(db.query("UPDATE account SET disabled_at = now() WHERE role = 'admin'")
                .execute());
        for (int i = 0; i < 20; i++) {
            Account one = added("one" + i, Role.ADMIN);
            Account other = added("other" + i, Role.ADMIN);

            Future<Optional<Account>> first = accounts.disable(one.name(), START);
            Future<Optional<Account>> second = accounts.appoint(other.id(), Role.AGENT);
            await(Future.all(first, second));

            assertThat(first.result().isPresent() ^ second.result().isPresent()).isTrue();
            assertThat(await(accounts.hasAdmin())).isTrue();
            await(db.query("UPDATE account SET disabled_at = now() WHERE role = 'admin'")
                    .execute());
        }
    }

    @Test
    void wrongTriesLockANameForLongerAndLonger() throws Exception {
        SignInTries tries = new SignInTries(db, clock);
        for (int i = 0; i < SignInTries.FREE_BY_NAME; i++)
            assertThat(await(tries.take("Lena", "net"))).isEmpty();

        assertThat(await(tries.take("lena", "elsewhere"))).contains(Duration.ofMinutes(1));
        assertThat(await(tries.locked(List.of("lena", "nobody")))).containsExactly("lena");
        clock.pass(Duration.ofMinutes(1));
        assertThat(await(tries.take("lena", "elsewhere"))).isEmpty();
        assertThat(await(tries.take("lena", "elsewhere"))).contains(Duration.ofMinutes(2));
        await(tries.unlock("LENA"));
        assertThat(await(tries.take("lena", "elsewhere"))).isEmpty();
        await(tries.right("lena", "elsewhere"));
        assertThat(await(tries.locked(List.of("lena")))).isEmpty();
    }

    @Test
    void whoTriesManyAtOnceIsNotAheadOfTheCount() throws Exception {
        SignInTries tries = new SignInTries(db, clock);

        List<Future<Optional<Duration>>> all = IntStream.range(0, 30)
                .mapToObj(n -> tries.take("crowded", "network " + n))
                .toList();
        await(Future.all(all));

        assertThat(all).filteredOn(one -> one.result().isEmpty()).hasSize(SignInTries.FREE_BY_NAME);
    }

    @Test
    void aNetworkIsLockedForAllNamesAndRightOnesCostItNothing() throws Exception {
        SignInTries tries = new SignInTries(db, clock);
        for (int i = 0; i < 60; i++) {
            assertThat(await(tries.take("right" + i, "office"))).isEmpty();
            await(tries.right("right" + i, "office"));
        }
        for (int i = 0; i < SignInTries.FREE_BY_NETWORK; i++) await(tries.take("guess" + i, "office"));

        assertThat(await(tries.take("another", "office"))).isPresent();
        assertThat(await(tries.take("another", "home"))).isEmpty();
    }

    @Test
    void onesOwnSessionsAreToldApartAndEndedOneByOne() throws Exception {
        Account account = added("many", Role.AGENT);
        Account stranger = added("stranger", Role.AGENT);
        String here = await(sessions.open(account.id(), "192.0.2.1", "Firefox on Linux"));
        String there = await(sessions.open(account.id(), "192.0.2.2", "Safari on iPhone"));
        List<Sessions.Session> own = await(sessions.of(account.id(), here));
        long other = own.stream()
                .filter(each -> !each.current())
                .findFirst()
                .orElseThrow()
                .id();

        assertThat(own).extracting(Sessions.Session::browser).contains("Firefox on Linux", "Safari on iPhone");
        assertThat(await(sessions.close(stranger.id(), other))).isFalse();
        assertThat(await(sessions.close(account.id(), other))).isTrue();
        assertThat(await(sessions.account(there))).isEmpty();
        assertThat(await(sessions.account(here))).isPresent();
    }

    @Test
    void presenceIsAHeartBeat() throws Exception {
        Presence presence = new Presence(db);
        Account here = added("here", Role.AGENT);
        Account gone = added("gone", Role.AGENT);
        await(presence.seen(here.id(), START.plusSeconds(60)));
        await(presence.seen(gone.id(), START));

        assertThat(await(presence.seenSince(START.plusSeconds(30)))).containsExactly(here.id());
        await(presence.gone(here.id()));
        assertThat(await(presence.seenSince(START.plusSeconds(30)))).isEmpty();
    }

    @Test
    void actsAreKeptInTheAuditLog() throws Exception {
        await(new AuditLog(db, clock).record("account:7", "sign-in", null, Map.of("network", "127.0.0.1")));

        String detail = await(db.query("SELECT detail ->> 'network' FROM audit WHERE actor = 'account:7'")
                        .execute())
                .iterator()
                .next()
                .getString(0);

        assertThat(detail).isEqualTo("127.0.0.1");
    }

    private Account added(String name, Role role) throws Exception {
        return await(accounts.add(name, name, "hash", role, false, START)).orElseThrow();
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.await(10, SECONDS);
    }
}
