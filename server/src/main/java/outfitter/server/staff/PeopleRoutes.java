package outfitter.server.staff;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import outfitter.models.account.Account;
import outfitter.models.account.AuditLog;
import outfitter.models.account.Role;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.http.Requests;

/** What an admin does with everybody's accounts, and what was done with them. */
final class PeopleRoutes {
    private static final String ACCOUNT = "/api/accounts/:id";
    private static final String LAST_ADMIN = "This is the last admin; appoint another first";
    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 200;

    private final Personnel personnel;
    private final AuditLog audit;

    PeopleRoutes(Personnel personnel, AuditLog audit) {
        this.personnel = personnel;
        this.audit = audit;
    }

    void mount(Api api) {
        api.get(
                "/api/accounts",
                Operation.of("Lists the staff's accounts").by(Access.ADMIN).returns(Everybody.class),
                this::list);
        api.post(
                "/api/accounts",
                Operation.of("Adds an account and gives the link that lets its owner in, once")
                        .by(Access.ADMIN)
                        .takes(New.class)
                        .returns(201, Invitation.class)
                        .fails(409, "the name is taken"),
                this::add);
        api.put(
                ACCOUNT + "/role",
                Operation.of("Gives an account another role")
                        .by(Access.ADMIN)
                        .takes(Appointment.class)
                        .returns(204)
                        .fails(409, "it is one's own, or the last admin's"),
                this::appoint);
        api.post(
                ACCOUNT + "/disable",
                Operation.of("Shuts an account and ends its sessions")
                        .by(Access.ADMIN)
                        .returns(204)
                        .fails(409, "it is one's own, or the last admin's"),
                this::disable);
        api.post(
                ACCOUNT + "/reset",
                Operation.of("Takes an account's password and sessions away, unlocks it and gives a link for a new one")
                        .by(Access.ADMIN)
                        .returns(Invitation.class)
                        .fails(409, "it is one's own"),
                this::reset);
        api.get(
                "/api/audit",
                Operation.of("Reads what was done by whom, newest first")
                        .by(Access.ADMIN)
                        .query("before", Long.class, "the id of the last one seen")
                        .query("limit", Integer.class, "at most so many, 50 unless given")
                        .returns(Acts.class),
                this::acts);
    }

    record Everybody(List<Row> accounts) {}

    /** @param state 'active', 'invited', 'locked' or 'disabled' */
    record Row(
            long id,
            String name,
            String displayName,
            Role role,
            String state,
            boolean demo,
            @Nullable Instant signedInAt) {
        static Row of(Personnel.Standing standing) {
            Account account = standing.account();
            return new Row(
                    account.id(),
                    account.name(),
                    account.displayName(),
                    account.role(),
                    standing.state(),
                    account.demo(),
                    account.signedInAt());
        }
    }

    record New(String name, @Nullable String displayName, Role role) {
        New {
            Account.checkName(name);
            if (displayName != null) Account.checkDisplayName(displayName);
        }

        String shown() {
            return displayName == null ? name : displayName;
        }
    }

    /** @param path of the page that lets its owner in, to be put behind this server's address */
    record Invitation(long id, String name, String path, Instant expiresAt) {
        static Invitation of(Personnel.Invited invited) {
            return new Invitation(
                    invited.account().id(), invited.account().name(), invited.path(), invited.expiresAt());
        }
    }

    record Appointment(Role role) {}

    record Acts(List<Act> acts) {}

    /**
     * @param actor who did it: a name, 'operator', 'server'
     * @param subject to whom, by name; null when the act says it all
     */
    record Act(
            long id,
            Instant at,
            String actor,
            String act,
            @Nullable String subject,
            Map<String, Object> detail) {
        static Act of(AuditLog.Act act) {
            String actorName = act.actorName();
            String subjectName = act.subjectName();
            return new Act(
                    act.id(),
                    act.at(),
                    actorName == null ? act.actor() : actorName,
                    act.act(),
                    subjectName == null ? act.subject() : subjectName,
                    act.detail());
        }
    }

    private Future<Everybody> list(RoutingContext ctx) {
        return personnel
                .all()
                .map(all -> new Everybody(all.stream().map(Row::of).toList()));
    }

    private Future<Invitation> add(RoutingContext ctx) {
        New given = Requests.body(ctx, New.class);
        return personnel
                .add(actor(ctx), given.name(), given.shown(), given.role())
                .map(added -> added.map(Invitation::of)
                        .orElseThrow(() -> new HttpException(409, "There is an account of that name already")));
    }

    private Future<Void> appoint(RoutingContext ctx) {
        Role role = Requests.body(ctx, Appointment.class).role();
        return onAnothers(ctx, account -> personnel.appoint(actor(ctx), account.id(), role))
                .mapEmpty();
    }

    private Future<Void> disable(RoutingContext ctx) {
        return onAnothers(ctx, account -> personnel.disable(actor(ctx), account.name()))
                .mapEmpty();
    }

    private Future<Invitation> reset(RoutingContext ctx) {
        return onAnothers(ctx, account -> personnel.reset(actor(ctx), account.name()))
                .map(Invitation::of);
    }

    /** Nobody saws at the branch they sit on: one's own account is changed by another admin, or by its owner's password. */
    private <T> Future<T> onAnothers(RoutingContext ctx, Function<Account, Future<Optional<T>>> act) {
        long id = Requests.id(ctx, "id");
        if (id == StaffGuard.account(ctx).id()) {
            throw new HttpException(409, "This is your own account; another admin can do that");
        }
        return personnel
                .find(id)
                .map(found -> found.orElseThrow(() -> new HttpException(404, "There is no such account")))
                .compose(act)
                .map(done -> done.orElseThrow(() -> new HttpException(409, LAST_ADMIN)));
    }

    private Future<Acts> acts(RoutingContext ctx) {
        long before = Requests.number(ctx, "before").orElse(Long.MAX_VALUE);
        int limit = Requests.number(ctx, "limit", PAGE, 1, LONGEST_PAGE);
        return audit.before(before, limit)
                .map(all -> new Acts(all.stream().map(Act::of).toList()));
    }

    private static Personnel.Actor actor(RoutingContext ctx) {
        return new Personnel.Actor("account:" + StaffGuard.account(ctx).id(), Map.of("network", Doorway.network(ctx)));
    }
}
