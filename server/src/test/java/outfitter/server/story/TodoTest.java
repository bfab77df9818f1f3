package outfitter.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static outfitter.server.story.Named.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.sqlclient.Pool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.testing.PostgresExtension;
import outfitter.models.testing.TestDatabase;

/** What agents said does not go together, as a merchandiser settles it. */
@ExtendWith(PostgresExtension.class)
class TodoTest {
    @Test
    void aMerchandiserKeepsApartWithOneClickWhatAgentsSayDoesNotGoTogether(TestDatabase database, Pool db)
            throws Exception {
        try (Stage stage = new Stage(database)) {
            db.query("""
                    INSERT INTO declined_pair (anchor, product, list, declines, first_at, last_at)
                    VALUES ('fellwalker-mid', 'cushion-trek-sock', 'goes-with', 3, now(), now()),
                           ('fellwalker-mid', 'fellwalker-low', 'goes-with', 1, now(), now())
                    """).execute().await(10, TimeUnit.SECONDS);
            Page studio = stage.staff("mia", "/studio#fellwalker-mid");
            Locator todos = studio.locator("studio-todos");
            assertThat(todos).containsText("said 3 times");
            assertThat(Browser.accessibility(studio)).isEmpty();
            Browser.picture(studio, "studio-todos");

            todos.getByRole(AriaRole.BUTTON, within("Exclude")).first().click();
            assertThat(studio.locator("studio-publish")).containsText("in the draft");
            assertThat(todos).not().containsText("said 3 times");
            assertThat(studio.locator("studio-rules")).containsText("Fellwalker");

            // Why is it not shown any more? The rule, and one click that allows it again.
            Locator asking = studio.getByLabel("Why not this product in “goes with it”?");
            asking.fill("cushion trek");
            assertThat(studio.locator("studio-list [role=option]").first()).isVisible();
            asking.press("Enter");
            Locator why = studio.locator("studio-why");
            assertThat(why).containsText("not with Fellwalker Mid Boots” keeps it out");
            assertThat(Browser.accessibility(studio)).isEmpty();
            Browser.picture(studio, "studio-why");
            why.getByRole(AriaRole.BUTTON, within("Allow it again")).click();
            assertThat(why).containsText("Shown at place 1");
            assertThat(why).containsText("orders with Fellwalker Mid Boots");
            studio.keyboard().press("Escape");

            todos.getByRole(AriaRole.BUTTON, within("Keep")).first().click();
            assertThat(todos).not().containsText("Agents say");
            assertThat(stage.complaints()).isEmpty();
        }
    }
}
