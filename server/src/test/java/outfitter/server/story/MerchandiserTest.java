package outfitter.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static outfitter.server.story.Named.button;
import static outfitter.server.story.Named.exactly;
import static outfitter.server.story.Named.named;
import static outfitter.server.story.Named.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.testing.PostgresExtension;
import outfitter.models.testing.TestDatabase;

/** A merchandiser's day in the studio, in a real browser. */
@ExtendWith(PostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class MerchandiserTest {
    private Stage stage;

    @BeforeAll
    void open(TestDatabase database) {
        stage = new Stage(database, Map.of("OUTFITTER_EMBEDDING", "off"));
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void aFileChosenOnTheStudioBecomesProductsThatGoWithWhatResemblesThem() {
        String file = """
                id,sku,title,brand,category,price,size
                fellwalker-mid-winter,FWW-42,Fellwalker Mid Winter,Heron,Footwear > Hiking boots,149.00,42
                fellwalker-mid-winter,FWW-43,Fellwalker Mid Winter,Heron,Footwear > Hiking boots,dear,43
                """;
        Page studio = stage.staff("robin", "/studio");

        studio.locator("studio-import input[type=file]")
                .setInputFiles(new FilePayload("goods.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));

        Locator result = studio.locator("studio-import .result");
        assertThat(result).containsText("goods.csv: 2 rows of products");
        assertThat(result.getByRole(AriaRole.LINK)).hasAttribute("href", Pattern.compile("/rejected$"));
        String rejected = studio.request()
                .get(result.getByRole(AriaRole.LINK).getAttribute("href"))
                .text();
        assertThat(rejected).contains("3,\"the price \"\"dear\"\" is not an amount\"");
        studio.navigate("/studio#fellwalker-mid-winter");
        assertThat(studio.getByRole(AriaRole.HEADING, named("Fellwalker Mid Winter")))
                .isVisible();
        assertThat(studio.locator("studio-list").first()).containsText("no orders yet");
        result.scrollIntoViewIfNeeded();
        Browser.picture(studio, "studio-import");
        studio.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Browser.picture(studio, "studio-import-dark");
        assertThat(Browser.accessibility(studio)).isEmpty();
    }

    @Test
    void aMerchandiserWritesRulesAsSentencesAndMovesProductsByKeyboard() {
        Page studio = stage.staff("mia", "/studio#rules");
        studio.getByRole(AriaRole.BUTTON, exactly("New rule")).click();
        Locator editor = studio.locator("studio-rule-editor");
        editor.getByRole(AriaRole.BUTTON, within("+ condition")).click();
        editor.getByLabel("Which category").selectOption("footwear/hiking-boots");
        editor.getByRole(AriaRole.BUTTON, within("+ what")).click();
        editor.getByLabel("Which category").last().selectOption("footwear/socks");
        assertThat(editor.getByLabel("Name of the rule, as agents read it")).isFocused();
        editor.getByLabel("What the rule does").selectOption("exclude");
        assertThat(editor.locator(".said"))
                .containsText("When anything of Hiking boots is at hand, never show anything of");
        Locator rows = studio.locator("studio-rule-room");
        assertThat(rows).containsText("New in the draft");
        assertThat(rows.locator("studio-preview")).containsText("What would change");
        Browser.picture(studio, "studio-rule");
        studio.keyboard().press("Escape");
        assertThat(editor).hasCount(0);
        studio.getByRole(AriaRole.BUTTON, exactly("Try on last month's orders")).click();
        assertThat(rows.locator("studio-effect")).containsText("95 % confidence");
        Browser.picture(studio, "studio-rules");
        assertThat(Browser.accessibility(studio)).isEmpty();
        studio.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Browser.picture(studio, "studio-rules-dark");
        assertThat(Browser.accessibility(studio)).isEmpty();
        studio.setViewportSize(390, 844);
        Browser.picture(studio, "studio-rules-narrow");
        // Who wants less motion sees the other theme at once, and no colour on its way.
        studio.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(studio.evaluate("() => document.getAnimations().length")).isEqualTo(0);
        studio.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        studio.setViewportSize(1440, 900);

        studio.navigate("/studio#sets");
        studio.getByLabel("Name of the new set").fill("Snow days");
        studio.keyboard().press("Enter");
        Locator adder = studio.getByLabel("Add a product to Snow days");
        adder.fill("gaiter");
        assertThat(studio.locator("studio-set-room [role=option]").first()).isVisible();
        adder.press("Enter");
        assertThat(studio.locator("studio-set-room .set li")).hasCount(1);
        Browser.picture(studio, "studio-sets");
        assertThat(Browser.accessibility(studio)).isEmpty();

        studio.navigate("/studio#fellwalker-mid");
        Locator rowsOfDraft = studio.locator("studio-list").first().locator("li[data-product]:has(.grip)");
        assertThat(rowsOfDraft.nth(11)).isVisible();
        String title = rowsOfDraft.nth(11).locator("b").first().textContent().strip();
        button(studio, title + ", place 12").press("ArrowUp");
        assertThat(button(studio, title + ", place 11")).isFocused();
        assertThat(studio.locator("studio-rules")).containsText(title + " with");
        studio.keyboard().press("ArrowUp");
        assertThat(button(studio, title + ", place 10")).isFocused();
        Browser.picture(studio, "studio-products");
        assertThat(Browser.accessibility(studio)).isEmpty();
        assertThat(stage.complaints()).isEmpty();
    }

    @Test
    void theRankingTellsWhatItLearnedAndLearnsAnewByKey() {
        Page studio = stage.staff("mia", "/studio#training");
        studio.getByRole(AriaRole.LINK, named("What is suggested")).press("Enter");
        Locator ranking = studio.locator("studio-ranking");
        Locator train = ranking.getByRole(AriaRole.BUTTON, within("Train now"));
        train.press("Enter");
        Locator gate = ranking.getByRole(AriaRole.REGION, within("What the gate said"));
        assertThat(gate).containsText("Trained by Mia", patiently());
        assertThat(gate).containsText("among the first ten");
        assertThat(gate).containsText("of the 300 that are needed");
        assertThat(train).isFocused();
        assertThat(ranking.getByRole(AriaRole.REGION, within("The live ranking")))
                .containsText("Learned from");
        assertThat(ranking.getByRole(AriaRole.REGION, within("Lessons so far"))
                        .getByRole(AriaRole.LISTITEM)
                        .first())
                .containsText("by Mia");
        Browser.picture(studio, "studio-ranking");
        assertThat(Browser.accessibility(studio)).isEmpty();
        studio.setViewportSize(390, 844);
        Browser.picture(studio, "studio-ranking-narrow");
        assertThat(stage.complaints()).isEmpty();
    }

    /** A lesson is as quick as the machine. */
    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);
    }
}
