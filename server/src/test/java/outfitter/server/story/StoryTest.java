package outfitter.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static outfitter.server.story.Named.button;
import static outfitter.server.story.Named.exactly;
import static outfitter.server.story.Named.named;
import static outfitter.server.story.Named.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
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

/** The product's story in a real browser: a customer with a phone, an agent and a merchandiser, each on a screen of their own. */
@ExtendWith(PostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class StoryTest {
    private static final String CUSTOMER = "Maya Lindqvist";

    private Stage stage;

    @BeforeAll
    void open(TestDatabase database) {
        // Without the embedding: what every machine can do is enough for the whole story.
        stage = new Stage(database, Map.of("OUTFITTER_EMBEDDING", "off"));
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void aCustomerIsServedByTheBotThenByAPersonAndAMerchandisersPinReachesTheNextSuggestion() {
        Page phone = stage.phone();
        Page desk = stage.staff("ana", "/desk");

        // The bot settles the routine matter.
        phone.navigate("/");
        phone.getByLabel("You are now").selectOption(CUSTOMER);
        assertThat(phone.getByLabel("You are now").locator("option:checked")).hasText(CUSTOMER);
        button(phone, "Chat with us").click();
        Browser.picture(phone, "widget-first");
        button(phone, "Track an order").click();
        assertThat(messages(phone)).containsText(Pattern.compile("OF-1042\\d\\d"));

        // The next matter goes to a person, with the facts.
        say(phone, "My jacket arrived damaged, the zip is broken");
        phone.getByRole(AriaRole.GROUP, named("Suggested answers"))
                .getByRole(AriaRole.BUTTON)
                .first()
                .click();
        assertThat(chat(phone)).containsText("in line");
        Browser.picture(phone, "widget-waiting");

        // The agent claims it and is briefed; nothing is sold while the problem is open.
        desk.getByRole(AriaRole.BUTTON, named(CUSTOMER)).first().click();
        desk.getByRole(AriaRole.BUTTON, named("Claim")).first().click();
        Locator panel = desk.getByRole(AriaRole.REGION, named("Assist panel"));
        assertThat(panel).containsText("identified");
        assertThat(panel).containsText("Waits until this is put right");
        assertThat(chat(phone)).containsText("Ana is here for you");
        reply(desk, "Hello Maya, I am sorry about the zip. A new one leaves today.");
        assertThat(messages(phone)).containsText("A new one leaves today");
        Browser.picture(desk, "desk-problem");

        // Put right; the suggestions come alive, and one key puts the first into the composer.
        panel.getByRole(AriaRole.BUTTON, within("Close")).first().click();
        desk.getByRole(AriaRole.BUTTON, exactly("Replaced")).click();
        desk.getByRole(AriaRole.BUTTON, exactly("Close problem")).click();
        assertThat(panel).not().containsText("Waits until this is put right");
        say(phone, "Thank you! What goes well with the jacket?");
        assertThat(stream(desk)).containsText("What goes well with the jacket?");
        composer(desk).focus();
        desk.keyboard().press("Alt+1");
        assertThat(desk.getByRole(AriaRole.LIST, exactly("Cards that go with it"))
                        .getByRole(AriaRole.LISTITEM))
                .hasCount(1);
        Browser.picture(desk, "desk-suggestion");
        reply(desk, "Many take this with it:");

        // A real cart event, which the desk sees.
        Locator card = phone.getByRole(AriaRole.LIST, exactly("Products")).last();
        assertThat(card).isVisible();
        Browser.picture(phone, "widget-card");
        addToCart(card);
        assertThat(stream(desk)).containsText(Pattern.compile("into the cart"));

        // A merchandiser pins; the agent's next suggestion shows it with the rule's name.
        String rule = pinned(anchor(desk), offered(panel));
        say(phone, "Is there anything else I should look at?");
        assertThat(panel).containsText(rule);

        desk.getByRole(AriaRole.BUTTON, named("Solve")).first().click();
        assertThat(stream(desk)).containsText("Solved by a person");
        assertThat(stage.complaints()).isEmpty();
    }

    /** What the agent may offer now beside the first, so that a pin is not hidden because the customer owns it. */
    private static List<String> offered(Locator panel) {
        return panel.getByRole(AriaRole.LIST, within("Goes with it")).locator("li[data-product]").all().stream()
                .skip(1)
                .map(item -> item.getAttribute("data-product"))
                .toList();
    }

    private String pinned(String anchor, List<String> offered) {
        Page studio = stage.staff("mia", "/studio#" + anchor);
        Locator draft = studio.locator("studio-list").first().locator("li[data-product]:has(.grip)");
        assertThat(draft.first()).isVisible();
        List<String> shown = draft.all().stream()
                .map(row -> row.getAttribute("data-product"))
                .toList();
        String product = offered.stream()
                .filter(each -> shown.indexOf(each) > 0)
                .findFirst()
                .orElseThrow();
        int place = shown.indexOf(product) + 1;
        String title = draft.nth(place - 1).locator("b").first().textContent().strip();
        for (int at = place; at > 1; at--) {
            button(studio, title + ", place " + at + ":").press("ArrowUp");
            assertThat(button(studio, title + ", place " + (at - 1) + ":")).isFocused();
        }
        assertThat(studio.locator("studio-rules")).containsText(title + " with");
        Browser.picture(studio, "studio");
        studio.getByLabel("Why? The note stays in the history").fill("First while the season lasts");
        studio.getByRole(AriaRole.BUTTON, exactly("Publish")).click();
        assertThat(studio.locator("section.history")).containsText("First while the season lasts");
        return title + " with";
    }

    /** The product that the desk's suggestions for the customer start from. */
    private String anchor(Page desk) {
        String found = desk.request()
                .get("/api/customers", RequestOptions.create().setQueryParam("q", CUSTOMER))
                .text();
        String conversation = Stage.first("\"conversation\":(\\d+)", found);
        String panel = desk.request()
                .get("/api/conversations/" + conversation + "/panel")
                .text();
        return Stage.first("\"anchors\":\\[\"([^\"]+)\"", panel);
    }

    @Test
    void axeFindsNothingOnAnyPage() {
        Page phone = stage.phone();
        phone.navigate("/");
        assertThat(phone.getByRole(AriaRole.HEADING).first()).isVisible();
        assertThat(Browser.accessibility(phone)).isEmpty();
        button(phone, "Chat with us").click();
        assertThat(button(phone, "Track an order")).isVisible();
        assertThat(Browser.accessibility(phone)).isEmpty();

        Page desktop = stage.desktop();
        for (String path : List.of("/", "/p/fellwalker-mid", "/c/footwear/hiking-boots", "/cart", "/signin", "/tour")) {
            desktop.navigate(path);
            assertThat(desktop.getByRole(AriaRole.HEADING).first()).isVisible();
            assertThat(Browser.accessibility(desktop)).as(path).isEmpty();
            if (path.equals("/")) Browser.picture(desktop, "shop");
        }
        for (String path : List.of("/desk", "/studio")) {
            Page staff = stage.staff("robin", path);
            assertThat(staff.getByRole(AriaRole.HEADING).first()).isVisible();
            assertThat(Browser.accessibility(staff)).as(path).isEmpty();
        }
    }

    private static void addToCart(Locator card) {
        Locator choose = card.getByRole(AriaRole.BUTTON, within("Choose"));
        if (choose.count() > 0) choose.first().click();
        Locator sizes = card.getByRole(AriaRole.RADIO);
        for (int i = 0; i < sizes.count(); i++) {
            if (sizes.nth(i).isEnabled()) sizes.nth(i).check(new Locator.CheckOptions().setForce(true));
        }
        card.getByRole(AriaRole.BUTTON, within("Add to cart")).first().click();
    }

    private static void say(Page phone, String text) {
        Locator box = phone.getByRole(AriaRole.TEXTBOX, exactly("Write a message"));
        box.fill(text);
        box.press("Enter");
    }

    private static void reply(Page desk, String text) {
        composer(desk).fill(text);
        composer(desk).press("Enter");
    }

    private static Locator composer(Page desk) {
        return desk.getByRole(AriaRole.TEXTBOX, named("Reply to " + CUSTOMER));
    }

    private static Locator chat(Page phone) {
        return phone.locator("outfitter-chat");
    }

    private static Locator messages(Page phone) {
        return phone.getByRole(AriaRole.LOG);
    }

    private static Locator stream(Page desk) {
        return desk.locator("desk-stream");
    }
}
