package outfitter.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.json.Json;
import outfitter.models.testing.PostgresExtension;
import outfitter.models.testing.TestDatabase;

/** What customers write in words of their own, a merchandiser teaches the bot to understand. */
@ExtendWith(PostgresExtension.class)
class TrainingRoomTest {
    /** How people hereabouts ask whether the shop is open. */
    private static final List<String> STRANGE = List.of(
            "is the drawbridge down",
            "drawbridge up or down right now",
            "until when is the drawbridge down",
            "tell me when the drawbridge is down",
            "is the drawbridge still down on sundays",
            "how long is the drawbridge down tonight",
            "is your drawbridge down on bank holidays",
            "when do you pull the drawbridge up",
            "has the drawbridge come down yet",
            "at what time is the drawbridge let down",
            "is the drawbridge up already",
            "will the drawbridge be down on monday morning");

    private static final String INTENT = "stores-and-hours";

    @Test
    void whatCustomersWriteIsMaskedAndCorrectedWithOneClickOrKey(TestDatabase database) {
        try (Stage stage = new Stage(database)) {
            Page studio = stage.staff("mia", "/studio#training");
            search(studio, "zeppelin");
            assertThat(studio.getByText("Nothing found")).isVisible();
            STRANGE.forEach(text -> writes(stage, text));
            writes(stage, "is the drawbridge down, I'm Robin, robin@example.com, 07700 900123");
            List<String> ids = kept(studio, STRANGE.size() + 1);

            // What was written is there, without what tells who wrote it.
            search(studio, "drawbridge");
            Locator cards = studio.locator("studio-message");
            assertThat(cards).hasCount(ids.size());
            Locator card = cards.filter(new Locator.FilterOptions().setHasText("e-mail"));
            assertThat(card).containsText("phone");
            assertThat(studio.getByText("robin")).hasCount(0);

            // One is corrected by hand, taken back, and skipped by a key; another is given a meaning that was not read.
            card.getByRole(AriaRole.BUTTON, within("None of these")).click();
            assertThat(card).containsText("Mia");
            card.getByRole(AriaRole.BUTTON, within("Undo")).click();
            assertThat(card.getByRole(AriaRole.BUTTON, within("Undo"))).hasCount(0);
            studio.keyboard().press("s");
            assertThat(card.getByRole(AriaRole.BUTTON, within("Skip"))).hasAttribute("aria-pressed", "true");
            studio.keyboard().press("e");
            Locator current = studio.locator("studio-message[current]");
            current.getByRole(AriaRole.COMBOBOX).fill("stores");
            current.getByRole(AriaRole.COMBOBOX).press("Enter");
            assertThat(current).containsText("Undo");
            assertThat(Browser.accessibility(studio)).isEmpty();
            ids.forEach(id -> teach(studio, id));

            // What was taught waits to be learned, which a merchandiser starts; TrainingRoomTest of the bot learns it.
            studio.reload();
            Locator model =
                    studio.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("Model and training"));
            assertThat(model.getByRole(AriaRole.BUTTON, within("Train now"))).isEnabled();
            assertThat(model).containsText("The live model");
            assertThat(Browser.accessibility(studio)).isEmpty();

            pictures(stage, studio);
            assertThat(stage.complaints()).isEmpty();
        }
    }

    private static void pictures(Stage stage, Page studio) {
        studio.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("All").setExact(true))
                .click();
        assertThat(studio.locator("studio-message").first()).isVisible();
        Browser.picture(studio, "training-room");
        Page small = stage.staff("mia");
        small.setViewportSize(390, 844);
        small.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        small.navigate("/studio#training");
        Locator about = small.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Model, training"));
        assertThat(about).isVisible();
        Browser.picture(small, "training-room-phone");
        about.click();
        Browser.picture(small, "training-room-phone-model");
    }

    /** The demonstration's own customers write as well. */
    private static void search(Page studio, String words) {
        studio.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Search messages"))
                .fill(words);
    }

    /** A visitor comes and writes this. */
    private static void writes(Stage stage, String text) {
        Page visitor = stage.desktop();
        JsonNode grant = read(visitor.request()
                .post(
                        "/api/site/token",
                        RequestOptions.create().setHeader("Origin", stage.url()).setData(Map.of())));
        String id = grant.path("conversationId").asText();
        RequestOptions message = RequestOptions.create()
                .setHeader("Authorization", "Bearer " + grant.path("token").asText())
                .setData(Map.of("type", "message", "text", text, "from", Map.of("id", id)));
        read(visitor.request().post("/v3/directline/conversations/" + id + "/activities", message));
        visitor.context().close();
    }

    /** The ids of what was kept, once there are so many: the bot waits a moment for more before it answers. */
    private static List<String> kept(Page staff, int count) {
        staff.waitForCondition(() -> messages(staff).size() >= count);
        return StreamSupport.stream(messages(staff).spliterator(), false)
                .map(message -> message.path("id").asText())
                .toList();
    }

    private static JsonNode messages(Page staff) {
        return read(staff.request().get("/api/studio/training/messages?which=all&q=drawbridge"))
                .path("messages");
    }

    private static void teach(Page studio, String message) {
        APIResponse taught = studio.request()
                .put(
                        "/api/studio/training/messages/" + message + "/intent",
                        RequestOptions.create()
                                .setHeader("Origin", Stage.first("(https?://[^/]+)", studio.url()))
                                .setData(Map.of("intent", INTENT)));
        assertThat(taught.status()).as(taught.text()).isEqualTo(200);
    }

    private static JsonNode read(APIResponse response) {
        assertThat(response.ok()).as(response.text()).isTrue();
        return Json.read(response.text(), JsonNode.class);
    }

    private static Locator.GetByRoleOptions within(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
