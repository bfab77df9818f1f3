package outfitter.server.story;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real Chromium. Whatever its pages complain of — a script's error, a refused style — is kept and fails the test. */
final class Browser implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final int PATIENCE_MILLIS = 30_000;

    /** Two frames later and with every running change of colour at its end; what moves for ever is not waited for. */
    private static final String SETTLED = """
            async () => {
              const frame = () => new Promise((done) => requestAnimationFrame(done));
              await frame();
              const ending = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime < Infinity);
              await Promise.all(ending.map((each) => each.finished.catch(() => null)));
              await frame();
            }
            """;

    /** The rules that a theme of other colours may break; everything else is the same in every theme. */
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();

    Browser() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(installed())
                        .setHeadless(true)
                        .setArgs(QUIET));
    }

    private static Path installed() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium: ./outfitter check installs it"));
    }

    /** Somebody at a desk. */
    Page desktop(String url) {
        return page(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(url)
                .setViewportSize(1440, 900)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    }

    /** Somebody with a phone, in the evening. */
    Page phone(String url) {
        return page(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(url)
                .setViewportSize(390, 844)
                .setIsMobile(true)
                .setHasTouch(true)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    }

    private Page page(com.microsoft.playwright.Browser.NewContextOptions options) {
        // A proxy of a test signs its own certificate.
        BrowserContext context = chromium.newContext(options.setIgnoreHTTPSErrors(true));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.onPageError(error -> complaints.add("error on " + page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            boolean refused = message.text().contains("Content Security Policy");
            if (refused) complaints.add("refused on " + page.url() + ": " + message.text());
        });
        return page;
    }

    /** What pages complained of so far. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What axe finds wrong with the page as it stands, and with its colours in the dark: rule and places. */
    static List<String> accessibility(Page page) {
        List<String> found = new ArrayList<>(violations(page, ColorScheme.LIGHT, List.of()));
        found.addAll(violations(page, ColorScheme.DARK, COLOURS));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return found;
    }

    private static List<String> violations(Page page, ColorScheme scheme, List<String> rules) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.evaluate(SETTLED);
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        AxeBuilder axe = new AxeBuilder(page).options(options).setLegacyMode(true);
        if (!rules.isEmpty()) axe.withRules(rules);
        return axe.analyze().getViolations().stream()
                .map(rule -> scheme + " " + rule.getId() + " "
                        + rule.getNodes().stream()
                                .map(node -> node.getTarget() + " " + node.getFailureSummary())
                                .toList())
                .toList();
    }

    /** Keeps a picture of the page for the documentation. */
    static void picture(Page page, String name) {
        page.evaluate(SETTLED);
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
