package outfitter.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.testing.PostgresExtension;
import outfitter.models.testing.TestDatabase;
import outfitter.server.OutfitterServer;
import outfitter.server.ServerConfig;

/** The tour that a newcomer takes: it plays through the public API, so it ends well only if everything works. */
@ExtendWith(PostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class TourTest {
    private static final int WHOLE_STORY_MILLIS = 120_000;

    private OutfitterServer server;
    private Browser browser;

    @BeforeAll
    void open(TestDatabase database) {
        server = OutfitterServer.start(ServerConfig.from(Map.of("OUTFITTER_DATABASE_URL", database.url()))
                .withPort(0)
                .withData(Path.of("target/data"))
                .withDemo(true));
        browser = new Browser();
    }

    @AfterAll
    void close() {
        browser.close();
        server.close();
    }

    @Test
    void theTourPlaysTheWholeStory() {
        Page tour = browser.desktop(server.url());
        tour.setViewportSize(1680, 1000);
        tour.navigate("/tour?pace=fast");
        tour.locator("[data-act=play]").click();

        assertThat(tour.locator("main[data-play]").first())
                .hasAttribute(
                        "data-play",
                        "done",
                        new LocatorAssertions.HasAttributeOptions().setTimeout(WHOLE_STORY_MILLIS));
        Browser.picture(tour, "tour");
        assertThat(browser.complaints()).isEmpty();
    }
}
