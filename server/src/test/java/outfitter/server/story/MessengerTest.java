package outfitter.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static outfitter.server.story.Named.named;
import static outfitter.server.story.Named.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.delivery.DeliveryState;
import outfitter.models.testing.PostgresExtension;
import outfitter.models.testing.TestDatabase;
import outfitter.server.channel.ChannelPeer;
import outfitter.server.channel.whatsapp.WhatsAppPeer;

/** A customer who writes by WhatsApp, as an agent sees it. */
@ExtendWith(PostgresExtension.class)
class MessengerTest {
    @Test
    void anAgentSeesWhereACustomerWritesFromAndHowFarTheAnswerCame(TestDatabase database) throws Exception {
        try (WhatsAppPeer peer = new WhatsAppPeer();
                Stage stage = new Stage(database, peer.environment())) {
            String customer = peer.newCustomer();
            peer.media.put("zip", picture());
            JsonObject image = new JsonObject().put("id", "zip").put("mime_type", "image/png");
            call(
                    stage,
                    peer.message(
                            customer, "1", new JsonObject().put("type", "image").put("image", image)));
            call(stage, peer.says(customer, "2", "I want to talk to a person"));
            Page desk = stage.staff("ana", "/desk");

            desk.getByRole(AriaRole.BUTTON, named("Kerry")).first().click();
            desk.getByRole(AriaRole.BUTTON, named("Claim")).first().click();
            Locator stream = desk.locator("desk-stream");
            assertThat(stream).containsText("WhatsApp");
            assertThat(stream.locator("desk-media img")).hasClass(Pattern.compile("shown"));
            assertThat(desk.locator("desk-composer")).containsText("by WhatsApp, 23 h left");
            Locator composer = desk.locator("desk-composer textarea");
            composer.fill("Hello Kerry, a new jacket leaves today.");
            composer.press("Enter");

            ChannelPeer.Sent sent = peer.next();
            while (!sent.text().contains("new jacket")) sent = peer.next();
            assertThat(stream).containsText("WhatsApp: sent");
            call(stage, peer.tells(sent, DeliveryState.READ, Instant.now()));
            assertThat(stream).containsText("WhatsApp: read");
            Browser.picture(desk, "desk-whatsapp");
            assertThat(Browser.accessibility(desk)).isEmpty();
            desk.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
            Browser.picture(desk, "desk-whatsapp-dark");
            assertThat(stage.complaints()).isEmpty();
        }
    }

    @Test
    void aVisitorProvesTheirNumberInTheChatAndGoesOnInWhatsApp(TestDatabase database) throws Exception {
        try (WhatsAppPeer peer = new WhatsAppPeer();
                Stage stage = new Stage(database, peer.environment())) {
            String number = peer.newCustomer();
            call(stage, peer.says(number, "3", "Hello from the train"));
            peer.next();
            Page shop = stage.desktop();
            shop.navigate("/");
            Locator chat = shop.locator("outfitter-chat");
            chat.getByRole(AriaRole.BUTTON, within("Chat with us")).click();

            chat.getByRole(AriaRole.BUTTON, within("Go on in WhatsApp")).click();
            Locator field = chat.getByLabel("Mobile number with country code");
            assertThat(field).isFocused();
            field.fill("07700 900123");
            field.press("Enter");
            assertThat(chat.getByRole(AriaRole.ALERT)).containsText("Begin with + and the country code");
            Browser.picture(shop, "widget-phone-number");
            field.fill("+" + number);
            field.press("Enter");
            Locator digits = chat.getByLabel("Six digits");
            assertThat(digits).isFocused();
            assertThat(digits).hasValue("");
            assertThat(Browser.accessibility(shop)).isEmpty();
            digits.fill("not it");
            digits.press("Enter");
            assertThat(chat.getByRole(AriaRole.ALERT)).containsText("That is not the code");
            digits.fill(code(peer.next().text()));
            digits.press("Enter");

            assertThat(chat).containsText("it is one conversation");
            assertThat(chat).containsText("Hello from the train");
            Browser.picture(shop, "widget-phone-joined");
            chat.getByRole(AriaRole.BUTTON, within("Back to the chat")).click();
            assertThat(chat.locator("textarea")).isFocused();
            call(stage, peer.says(number, "4", "And this from the platform"));
            assertThat(chat).containsText("And this from the platform");
            assertThat(stage.complaints()).isEmpty();
        }
    }

    private static String code(String text) {
        return Pattern.compile("\\d{6}")
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow()
                .group();
    }

    private static void call(Stage stage, ChannelPeer.Call call) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(stage.url() + "/hooks/whatsapp"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(call.body().getBytes()));
        call.headers().forEach(request::header);
        int status = HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
        assertThat(status).isEqualTo(200);
    }

    private static Buffer picture() throws Exception {
        var image = new java.awt.image.BufferedImage(240, 160, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        brush.setColor(new java.awt.Color(0x2f5d50));
        brush.fillRect(0, 0, 240, 160);
        brush.setColor(java.awt.Color.WHITE);
        brush.drawLine(20, 140, 220, 20);
        brush.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return Buffer.buffer(out.toByteArray());
    }
}
