package outfitter.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static outfitter.server.story.Named.button;
import static outfitter.server.story.Named.named;
import static outfitter.server.story.Named.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.testing.PostgresExtension;
import outfitter.models.testing.TestDatabase;
import outfitter.server.OutfitterServer;
import outfitter.server.ServerConfig;

/** The operator's afternoon in a real browser: the first admin, the snippet on pages of other origins, and their people. */
@ExtendWith(PostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnPageTest {
    private static final String SECRET = "what the shop and we know, and nobody else";
    private static final String PASSWORD = "correct horse battery";

    private final Vertx vertx = Vertx.vertx();
    private OwnPage allowed;
    private OwnPage stranger;
    private OutfitterServer server;
    private Browser browser;
    private Page admin;

    @BeforeAll
    void open(TestDatabase database) throws Exception {
        allowed = OwnPage.open(vertx);
        stranger = OwnPage.open(vertx);
        server = OutfitterServer.start(ServerConfig.from(Map.of(
                        "OUTFITTER_DATABASE_URL", database.url(),
                        "OUTFITTER_ORIGINS", allowed.origin(),
                        "OUTFITTER_IDENTITY_SECRET", SECRET))
                .withPort(0)
                .withData(Path.of("target/data/own-page")));
        allowed.chatOf(server.url());
        stranger.chatOf(server.url());
        browser = new Browser();
        admin = browser.desktop(server.url());
    }

    @AfterAll
    void close() throws Exception {
        browser.close();
        server.close();
        allowed.close();
        stranger.close();
        vertx.close().await(10, SECONDS);
    }

    @Test
    @Order(1)
    void theFirstAdminComesByThePrintedLinkToTheSnippet() {
        String link = server.notices().get(0).replaceFirst(".*: ", "");

        admin.navigate(link);
        assertThat(admin.getByRole(AriaRole.HEADING, named("Create the first admin")))
                .isVisible();
        assertThat(Browser.accessibility(admin)).isEmpty();
        admin.getByLabel("Your name").fill("Ada");
        admin.getByLabel("Name to sign in with").fill("ada");
        admin.getByLabel("Password").fill(PASSWORD);
        button(admin, "Create admin").click();

        assertThat(admin.getByRole(AriaRole.HEADING, named("The chat of your shop")))
                .isVisible();
        assertThat(admin.getByLabel("snippet").last()).containsText(server.url() + "/widget.js");
        assertThat(admin.getByText("has not asked since the start")).isVisible();
    }

    @Test
    @Order(2)
    void theChatTalksOnAStrictPageOfAnotherOrigin() {
        Page page = browser.desktop(allowed.origin());
        page.navigate("/");

        button(page, "Chat with us").click();
        say(page, "Hello");

        assertThat(page.getByRole(AriaRole.LOG)).containsText(Pattern.compile("Hello.+", Pattern.DOTALL));
        assertThat(page.locator("outfitter-chat [data-author='bot'], outfitter-chat .group")
                        .nth(1))
                .isVisible();
        assertThat(admin.getByText("Pages of " + allowed.origin())).isVisible();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Order(3)
    void aRefusedPageReadsWhichVariableWouldLetItIn() {
        List<String> console = new CopyOnWriteArrayList<>();
        Page page = browser.desktop(stranger.origin());
        page.onConsoleMessage(message -> console.add(message.text()));
        page.navigate("/");

        page.waitForConsoleMessage(
                new Page.WaitForConsoleMessageOptions()
                        .setPredicate(said -> said.text().contains("OUTFITTER_ORIGINS")),
                () -> button(page, "Chat with us").click());

        assertThat(console).anyMatch(line -> line.contains(stranger.origin()) && line.contains("OUTFITTER_ORIGINS"));
        Locator refused = admin.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(stranger.origin() + " was refused"));
        assertThat(refused).containsText("OUTFITTER_ORIGINS=" + allowed.origin() + "," + stranger.origin());
        assertThat(Browser.accessibility(admin)).isEmpty();
        Browser.picture(admin, "start");
        page.close();
    }

    @Test
    @Order(4)
    void afterSignOutNothingOfTheCustomersIsSeenInThatBrowser() throws Exception {
        Page page = browser.desktop(allowed.origin());
        page.navigate("/");
        button(page, "Chat with us").click();
        say(page, "I looked for heliotrope gaiters");
        assertThat(page.getByRole(AriaRole.LOG)).containsText("heliotrope");

        identify(page, signed("c-17", "Ines"));
        say(page, "My crampons are vermilion");
        assertThat(page.getByRole(AriaRole.LOG)).containsText(Pattern.compile("vermilion.*Sent", Pattern.DOTALL));
        assertThat(page.getByRole(AriaRole.LOG)).containsText("heliotrope");
        page.evaluate("document.querySelector('outfitter-chat').logout()");

        assertThat(page.getByRole(AriaRole.LOG)).not().containsText("vermilion");
        assertThat(page.getByRole(AriaRole.LOG)).not().containsText("heliotrope");
        say(page, "I am somebody else");
        assertThat(page.getByRole(AriaRole.LOG)).containsText("I am somebody else");
        assertThat((String) page.evaluate("JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage})"))
                .doesNotContain("vermilion", "heliotrope", "c-17");
        page.reload();
        assertThat(page.getByRole(AriaRole.LOG)).containsText("I am somebody else");
        assertThat(page.getByRole(AriaRole.LOG)).not().containsText("vermilion");

        identify(page, signed("c-17", "Ines"));
        assertThat(page.getByRole(AriaRole.LOG)).containsText("vermilion");
        page.close();
    }

    @Test
    @Order(5)
    void anInvitedAgentIsAtTheDeskUntilTheAdminShutsTheAccount() {
        admin.navigate("/people");
        admin.getByLabel("Name to sign in with").fill("nora");
        admin.getByLabel("Name that customers read").fill("Nora");
        button(admin, "Invite").click();
        String link = admin.getByLabel("Link for nora").inputValue();
        assertThat(admin.locator("li[data-account=nora]")).containsText("invited");

        Page nora = browser.desktop(server.url());
        nora.navigate(link);
        nora.getByLabel("Password").fill(PASSWORD);
        button(nora, "Set password").click();
        nora.waitForURL("**/desk");
        assertThat(nora.locator("desk-top")).containsText("live");

        admin.reload();
        assertThat(admin.locator("li[data-account=nora]")).containsText("active");
        assertThat(Browser.accessibility(admin)).isEmpty();
        Browser.picture(admin, "people");
        Locator row = admin.locator("li[data-account=nora]");
        row.getByRole(AriaRole.BUTTON, within("Disable Nora")).click();
        row.getByRole(AriaRole.BUTTON, within("Disable").setExact(true)).click();

        nora.waitForURL("**/signin**");
        assertThat(row).containsText("disabled");
        assertThat(admin.locator("people-audit")).containsText("Ada disabled Nora");
        nora.close();
    }

    @Test
    @Order(6)
    void everybodySeesWhereTheyAreSignedInAndChangesTheirPassword() {
        Page phone = browser.phone(server.url());
        phone.navigate("/signin?from=/people");
        phone.getByLabel("Name").fill("ada");
        phone.getByLabel("Password").fill(PASSWORD);
        button(phone, "Sign in").click();

        assertThat(phone.locator("people-own")).containsText("this device");
        assertThat(Browser.accessibility(phone)).isEmpty();
        assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        Browser.picture(phone, "people-phone");
        phone.getByLabel("Password as it is now").fill(PASSWORD);
        phone.getByLabel("New password").fill("another horse battery");
        button(phone, "Change password").click();

        assertThat(phone.locator("people-own")).containsText("signed out everywhere else");
        admin.reload();
        admin.waitForURL("**/signin**");
        phone.navigate("/");
        assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        Browser.picture(phone, "start-phone");
        assertThat(browser.complaints()).isEmpty();
    }

    private static void identify(Page page, String identity) {
        page.evaluate("identity => document.querySelector('outfitter-chat').identify(identity)", identity);
    }

    /** What the shop's server would sign. */
    private static String signed(String customer, String name) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder()
                        .subject(customer)
                        .claim("name", name)
                        .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                        .build());
        token.sign(new MACSigner(SECRET.getBytes(StandardCharsets.UTF_8)));
        return token.serialize();
    }

    private static void say(Page page, String text) {
        Locator box = page.getByRole(AriaRole.TEXTBOX, named("Write a message").setExact(true));
        box.fill(text);
        box.press("Enter");
    }
}
