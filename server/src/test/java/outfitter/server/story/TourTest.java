package outfitter.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.testing.PostgresExtension;
import outfitter.models.testing.TestDatabase;

/** The tour that a newcomer takes: it plays through the public API, so it ends well only if everything works. */
@ExtendWith(PostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class TourTest {
    private static final int WHOLE_STORY_MILLIS = 120_000;

    private Stage stage;

    @BeforeAll
    void open(TestDatabase database) {
        stage = new Stage(database);
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void theTourPlaysTheWholeStory() {
        Page tour = stage.desktop();
        tour.setViewportSize(1680, 1000);
        tour.navigate("/tour?pace=fast");
        tour.locator("[data-act=play]").click();

        assertThat(tour.locator("main[data-play]").first())
                .hasAttribute(
                        "data-play",
                        "done",
                        new LocatorAssertions.HasAttributeOptions().setTimeout(WHOLE_STORY_MILLIS));
        Browser.picture(tour, "tour");
        assertThat(stage.complaints()).isEmpty();
    }
}
