package outfitter.server.staff;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outfitter.models.account.Account;
import outfitter.models.account.Accounts;
import outfitter.models.account.AuditLog;
import outfitter.models.account.Invitations;
import outfitter.models.account.Role;
import outfitter.models.account.SignInTries;

/** Who may sign in, as an admin or the operator changes it. Every change stands in the audit log with who made it. */
final class Personnel {
    /** How long an invitation is good. */
    static final Duration INVITED = Duration.ofDays(3);

    private final Accounts accounts;
    private final Invitations invitations;
    private final SignInTries tries;
    private final AuditLog audit;
    private final Clock clock;

    Personnel(SqlClient db, Clock clock) {
        accounts = new Accounts(db);
        invitations = new Invitations(db, clock);
        tries = new SignInTries(db, clock);
        audit = new AuditLog(db, clock);
        this.clock = clock;
    }

    /**
     * An account whose owner is awaited.
     *
     * @param path of the page that lets them in, once: the secret stands behind the #, where no log sees it
     */
    record Invited(Account account, String path, Instant expiresAt) {}

    /** @param locked whether too many wrong passwords were given for it just now */
    record Standing(Account account, boolean locked) {
        /** 'active', 'invited', 'locked' or 'disabled'. */
        String state() {
            return locked && account.state().equals("active") ? "locked" : account.state();
        }
    }

    /**
     * Who changes something.
     *
     * @param name as the audit log has it: 'account:7', 'operator'
     * @param detail where from
     */
    record Actor(String name, Map<String, ?> detail) {}

    /** Everybody, by name. */
    Future<List<Standing>> all() {
        return accounts.all().compose(all -> {
            Future<Set<String>> locked =
                    tries.locked(all.stream().map(Account::name).toList());
            return locked.map(names -> all.stream()
                    .map(account -> new Standing(account, names.contains(account.name())))
                    .toList());
        });
    }

    Future<Optional<Account>> find(long id) {
        return accounts.find(id);
    }

    Future<Boolean> exists(String name) {
        return accounts.byName(name).map(Optional::isPresent);
    }

    /** Expects somebody new; empty when the name is taken. */
    Future<Optional<Invited>> add(Actor actor, String name, String displayName, Role role) {
        return accounts.expect(name, displayName.strip(), role, clock.instant())
                .compose(added -> added.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : record(actor, "account-added", added.get())
                                .compose(done -> invite(added.get()))
                                .map(Optional::of));
    }

    /** Ends what the account could do, unlocks it and lets its owner in by a new link; empty when there is none. */
    Future<Optional<Invited>> reset(Actor actor, String name) {
        return accounts.reset(name)
                .compose(reset -> reset.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : tries.unlock(name)
                                .compose(done -> record(actor, "account-reset", reset.get()))
                                .compose(done -> invite(reset.get()))
                                .map(Optional::of));
    }

    /** Shuts the account and its sessions; empty for the last admin and for a name that nobody has. */
    Future<Optional<Account>> disable(Actor actor, String name) {
        return accounts.disable(name, clock.instant())
                .compose(disabled -> recorded(actor, "account-disabled", disabled));
    }

    /** Gives the account another role; empty for the last admin and for an id that nobody has. */
    Future<Optional<Account>> appoint(Actor actor, long id, Role role) {
        return accounts.appoint(id, role).compose(appointed -> recorded(actor, "role-changed", appointed));
    }

    private Future<Invited> invite(Account account) {
        Instant expires = clock.instant().plus(INVITED);
        return invitations
                .invite(account, expires)
                .map(token -> new Invited(account, FirstAdmin.PAGE + "#invitation=" + token, expires));
    }

    private Future<Optional<Account>> recorded(Actor actor, String act, Optional<Account> changed) {
        return changed.isEmpty()
                ? Future.succeededFuture(changed)
                : record(actor, act, changed.get()).map(changed);
    }

    private Future<Void> record(Actor actor, String act, Account account) {
        Map<String, Object> detail = new HashMap<>(actor.detail());
        detail.put("name", account.name());
        detail.put("role", account.role().code());
        return audit.record(actor.name(), act, "account:" + account.id(), detail);
    }
}
