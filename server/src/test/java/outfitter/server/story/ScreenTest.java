package outfitter.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static outfitter.server.story.Named.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.testing.PostgresExtension;
import outfitter.models.testing.TestDatabase;

/** How long it takes from the customer's key to the suggestions on the agent's screen, right after a start. */
@Tag("alone")
@ExtendWith(PostgresExtension.class)
class ScreenTest {
    private static final String CUSTOMER = "Maya Lindqvist";
    private static final int MESSAGES = 40;
    private static final long LIMIT_MILLIS = 150;

    /** Notes when new suggestions are drawn: in the frame after the one that they arrived in. */
    private static final String WITNESS = """
            const Plain = WebSocket;
            globalThis.WebSocket = class extends Plain {
              constructor(...args) {
                super(...args);
                this.addEventListener("message", ({ data }) => {
                  if (String(data).startsWith('{"type":"suggestions"'))
                    requestAnimationFrame(() => setTimeout(() => (globalThis.drawnAt = Date.now())));
                });
              }
            };
            """;

    @Test
    void suggestionsFollowACustomersMessageInABlink(TestDatabase database) {
        try (Stage stage = new Stage(database)) {
            Page phone = talkingToAPerson(stage);
            Page desk = stage.staff("ana");
            desk.addInitScript(WITNESS);
            desk.navigate("/desk");
            desk.getByRole(AriaRole.BUTTON, named(CUSTOMER)).first().click();
            desk.getByRole(AriaRole.BUTTON, named("Claim")).first().click();
            assertThat(desk.getByRole(AriaRole.TEXTBOX, named("Reply to " + CUSTOMER)))
                    .isVisible();

            long[] millis = new long[MESSAGES];
            for (int i = 0; i < MESSAGES; i++) millis[i] = untilDrawn(phone, desk, "And a stove for trip " + i);

            Arrays.sort(millis);
            long median = millis[MESSAGES / 2];
            System.out.println("message to suggestions on the screen: p50 " + median + " ms, slowest of " + MESSAGES
                    + " " + millis[MESSAGES - 1] + " ms");
            assertThat(median).isLessThan(LIMIT_MILLIS);
        }
    }

    private static Page talkingToAPerson(Stage stage) {
        Page phone = stage.phone();
        phone.navigate("/");
        phone.getByLabel("You are now").selectOption(CUSTOMER);
        assertThat(phone.getByLabel("You are now").locator("option:checked")).hasText(CUSTOMER);
        phone.getByRole(AriaRole.BUTTON, named("Chat with us")).first().click();
        box(phone).fill("I want to talk to a person");
        box(phone).press("Enter");
        assertThat(phone.locator("outfitter-chat")).containsText("in line");
        return phone;
    }

    private static long untilDrawn(Page phone, Page desk, String text) {
        desk.evaluate("() => { globalThis.drawnAt = 0; }");
        box(phone).fill(text);
        long sent = System.currentTimeMillis();
        box(phone).press("Enter");
        desk.waitForFunction("() => globalThis.drawnAt > 0");
        return ((Number) desk.evaluate("() => globalThis.drawnAt")).longValue() - sent;
    }

    private static Locator box(Page phone) {
        return phone.getByRole(AriaRole.TEXTBOX, named("Write a message"));
    }
}
