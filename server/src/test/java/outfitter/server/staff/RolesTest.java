package outfitter.server.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static outfitter.server.staff.StaffServer.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.account.Role;
import outfitter.models.testing.PostgresExtension;
import outfitter.models.testing.TestDatabase;
import outfitter.server.http.Access;

@ExtendWith(PostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class RolesTest {
    private static final Map<String, Set<Role>> ALLOWED = Map.of(
            "staff", Set.of(Role.values()),
            "agent", Set.of(Role.AGENT, Role.SUPERVISOR, Role.ADMIN));

    private final StaffServer server;

    RolesTest(TestDatabase database) throws Exception {
        server = new StaffServer(database);
    }

    @AfterAll
    void close() throws Exception {
        server.close();
    }

    private record Operation(HttpMethod method, String path, String access) {}

    @Test
    void everyRouteLetsInTheRolesItIsForAndNobodyElse() throws Exception {
        Screen stranger = new Screen(server.vertx, server.port());
        Map<Role, Screen> screens = new EnumMap<>(Role.class);
        List<Operation> operations = operations();
        assertThat(operations).hasSizeGreaterThan(12);

        for (Operation operation : operations) {
            assertThat(status(stranger, operation)).as("nobody: %s", operation).isEqualTo(401);
            for (Role role : Role.values()) {
                Screen screen = screens.get(role);
                if (screen == null || operation.path().equals("/api/session")) screen = server.signedIn(role);
                screens.put(role, screen);
                boolean allowed =
                        ALLOWED.getOrDefault(operation.access(), Set.of()).contains(role);
                int status = status(screen, operation);
                if (allowed) assertThat(status).as("%s: %s", role, operation).isNotIn(401, 403);
                else assertThat(status).as("%s: %s", role, operation).isEqualTo(403);
            }
        }
    }

    @Test
    void merchandisersHaveTheStudioAndSupervisorsBoth() {
        assertThat(StaffGuard.permits(Role.MERCHANDISER, Access.MERCHANDISER)).isTrue();
        assertThat(StaffGuard.permits(Role.AGENT, Access.MERCHANDISER)).isFalse();
        assertThat(StaffGuard.permits(Role.SUPERVISOR, Access.MERCHANDISER)).isTrue();
        assertThat(StaffGuard.permits(Role.SUPERVISOR, Access.ADMIN)).isFalse();
        assertThat(StaffGuard.permits(Role.ADMIN, Access.ADMIN)).isTrue();
        assertThat(StaffGuard.permits(Role.ADMIN, Access.VISITOR)).isFalse();
    }

    /** Everything mounted that is not public, sockets apart. */
    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        JsonNode paths = server.api.document().path("paths");
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    boolean socket = method.getValue().path("responses").has("101");
                    String access = method.getValue().path("x-access").asText("");
                    if (!socket && !access.isEmpty()) {
                        operations.add(new Operation(
                                HttpMethod.valueOf(method.getKey().toUpperCase(Locale.ROOT)), path.getKey(), access));
                    }
                }));
        operations.sort(Comparator.comparing(operation -> operation.path().equals("/api/session")));
        return operations;
    }

    private static int status(Screen screen, Operation operation) throws Exception {
        String path = operation
                .path()
                .replace("{impression}", "00000000-0000-0000-0000-000000000000")
                .replaceAll("\\{\\w+}", "1");
        return await(screen.request(operation.method(), path).sendJsonObject(new JsonObject()))
                .statusCode();
    }
}
