package outfitter.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.testing.PostgresExtension;
import outfitter.models.testing.TestDatabase;

/** The shop behind a proxy that speaks TLS, as customers and staff reach it. */
@ExtendWith(PostgresExtension.class)
class ProxyTest {
    @Test
    void customersChatAndStaffSignInThroughAProxyThatSpeaksTls(TestDatabase database) throws Exception {
        try (Stage stage = new Stage(database, Map.of("OUTFITTER_TRUSTED_PROXIES", "127.0.0.1"));
                PublicProxy proxy = PublicProxy.before(stage.url())) {
            Page customer = stage.desktop(proxy.url());
            List<String> sockets = new CopyOnWriteArrayList<>();
            List<String> strays = new CopyOnWriteArrayList<>();
            customer.onWebSocket((WebSocket socket) -> sockets.add(socket.url()));
            customer.onRequest((Request request) -> {
                if (!request.url().startsWith(proxy.url()) && !request.url().startsWith("data:")) {
                    strays.add(request.url());
                }
            });
            customer.navigate("/");
            customer.getByLabel("You are now").selectOption("Maya Lindqvist");
            assertThat(customer.getByLabel("You are now").locator("option:checked"))
                    .hasText("Maya Lindqvist");
            Locator chat = customer.locator("outfitter-chat");
            chat.locator(".launcher").click();
            chat.locator("textarea").fill("I want to talk to a person");
            chat.locator("textarea").press("Enter");
            assertThat(chat).containsText("number");

            String secure = proxy.url().replaceFirst("^https", "wss");
            assertThat(sockets).isNotEmpty().allMatch(url -> url.startsWith(secure + "/"));
            assertThat(strays).as("nobody is sent past the proxy").isEmpty();

            Page desk = stage.staff("ana", "/desk", proxy.url());
            List<Cookie> cookies = desk.context().cookies();
            assertThat(cookies).isNotEmpty().allMatch(cookie -> cookie.secure && cookie.httpOnly);
            desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Maya Lindqvist"))
                    .first()
                    .click();
            desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Claim"))
                    .first()
                    .click();
            Locator composer = desk.locator("desk-composer textarea");
            composer.fill("Hello, this is Ana.");
            composer.press("Enter");
            assertThat(chat).containsText("Hello, this is Ana.");
            assertThat(stage.complaints()).isEmpty();
        }
    }
}
