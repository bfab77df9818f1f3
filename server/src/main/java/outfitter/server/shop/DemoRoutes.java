package outfitter.server.shop;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import outfitter.models.demo.DemoPeople;
import outfitter.models.demo.DemoPeople.DemoPerson;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.http.Requests;
import outfitter.server.site.Identities;
import outfitter.server.site.Identity;
import outfitter.server.staff.DemoAccounts;

/**
 * Who one can be in the demonstration, and the signed identity to be them. To be mounted by a server that runs with {@code
 * --demo} on loopback, and by no other: it lets anybody be anybody.
 */
public final class DemoRoutes {
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final Identities identities;
    private final Supplier<List<DemoAccounts.DemoAccount>> accounts;
    private final List<DemoPerson> people = DemoPeople.all();

    /** @param accounts the demonstration's staff, asked at each call */
    public DemoRoutes(Identities identities, Supplier<List<DemoAccounts.DemoAccount>> accounts) {
        this.identities = identities;
        this.accounts = accounts;
    }

    public void mount(Api api) {
        api.get(
                "/api/demo",
                Operation.of("Names the customers and the staff that one can be in the demonstration")
                        .returns(Cast.class),
                this::cast);
        api.post(
                "/api/demo/identity",
                Operation.of("Signs the identity of one of the demonstration's customers")
                        .takes(Choice.class)
                        .returns(Signed.class)
                        .fails(404, "there is no such customer in the demonstration"),
                this::identity);
    }

    record Cast(List<Customer> customers, List<Account> accounts) {}

    record Customer(String externalId, String name, String about) {}

    record Account(String name, String password, String displayName, String role) {}

    record Choice(String externalId) {}

    /** A JWT for {@code POST /api/site/token}. */
    record Signed(String identity) {}

    private Future<Cast> cast(RoutingContext ctx) {
        return Future.succeededFuture(new Cast(
                people.stream()
                        .map(person -> new Customer(person.externalId(), person.name(), person.about()))
                        .toList(),
                accounts.get().stream()
                        .map(each -> new Account(
                                each.name(),
                                each.password(),
                                each.displayName(),
                                each.role().code()))
                        .toList()));
    }

    private Future<Signed> identity(RoutingContext ctx) {
        String wanted = Requests.body(ctx, Choice.class).externalId();
        DemoPerson person = people.stream()
                .filter(each -> each.externalId().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new HttpException(404, "There is no such customer in the demonstration"));
        Identity identity = new Identity(person.externalId(), person.name(), person.email(), null);
        return Future.succeededFuture(new Signed(identities.sign(identity, LIFETIME)));
    }
}
