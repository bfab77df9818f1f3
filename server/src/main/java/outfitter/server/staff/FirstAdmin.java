package outfitter.server.staff;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import outfitter.models.account.Accounts;
import outfitter.models.account.Invitations;
import outfitter.models.account.Role;

/** Where nobody may administer the shop yet, makes the link that lets the first one in. */
public final class FirstAdmin {
    /** The page that takes invitations. */
    static final String PAGE = "/signin";

    private static final Duration LIFE = Duration.ofHours(24);

    private final Accounts accounts;
    private final Invitations invitations;

    public FirstAdmin(Accounts accounts, Invitations invitations) {
        this.accounts = accounts;
        this.invitations = invitations;
    }

    /**
     * A path good for one admin within a day, to be printed where only the operator reads: {@code /signin#invitation=…}.
     * Empty when there is an admin. Each start makes a new one and makes the last one worthless.
     */
    public Future<Optional<String>> link() {
        return accounts.hasAdmin()
                .compose(there -> there
                        ? Future.succeededFuture(Optional.empty())
                        : invitations
                                .withdraw(Role.ADMIN)
                                .compose(done -> invitations.invite(Role.ADMIN, LIFE))
                                .map(token -> Optional.of(PAGE + "#invitation=" + token)));
    }
}
