package outfitter.server.channel.whatsapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import outfitter.server.channel.service.Piece;
import outfitter.server.channel.service.Titles;

/** What Meta is sent: pure. A button's id carries its whole title, which is longer than what may be shown. */
final class Bodies {
    /** Before the title in the id of a button of ours. */
    static final String SAY = "say:";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int BUTTON_TITLE = 20;
    private static final int ROW_TITLE = 24;
    private static final int ROW_DESCRIPTION = 72;
    private static final int LONGEST_ID = 200;

    private final String choose;

    Bodies(String choose) {
        this.choose = shorten(choose, BUTTON_TITLE);
    }

    ObjectNode of(String to, Piece piece, String key) {
        return switch (piece.form()) {
            case TEXT -> message(to, "text", text(piece), key);
            case BUTTONS -> message(to, "interactive", buttons(piece), key);
            case CHOICES -> message(to, "interactive", choices(piece), key);
            case PICTURE -> message(to, "image", picture(piece), key);
        };
    }

    /** A template without variables. */
    ObjectNode template(String to, WhatsAppConfig.Template template, String key) {
        return message(to, "template", named(template), key);
    }

    /** An authentication template: the code stands in its text and behind its copy button. */
    ObjectNode code(String to, WhatsAppConfig.Template template, String code) {
        ObjectNode body = named(template);
        ArrayNode components = body.putArray("components");
        components.addObject().put("type", "body").set("parameters", parameter(code));
        components
                .addObject()
                .put("type", "button")
                .put("sub_type", "url")
                .put("index", "0")
                .set("parameters", parameter(code));
        return message(to, "template", body, "code");
    }

    private static ArrayNode parameter(String text) {
        ArrayNode parameters = JSON.arrayNode();
        parameters.addObject().put("type", "text").put("text", text);
        return parameters;
    }

    private static ObjectNode named(WhatsAppConfig.Template template) {
        ObjectNode body = JSON.objectNode().put("name", template.name());
        body.putObject("language").put("code", template.language()).put("policy", "deterministic");
        return body;
    }

    private static ObjectNode message(String to, String type, ObjectNode content, String key) {
        ObjectNode message = JSON.objectNode()
                .put("messaging_product", "whatsapp")
                .put("recipient_type", "individual")
                .put(WhatsApp.isNumber(to) ? "to" : "recipient", to)
                .put("type", type);
        message.set(type, content);
        return message.put("biz_opaque_callback_data", key);
    }

    private static ObjectNode text(Piece piece) {
        ObjectNode text = JSON.objectNode().put("body", piece.text());
        return piece.text().contains("https://") ? text.put("preview_url", true) : text;
    }

    private static ObjectNode picture(Piece piece) {
        return JSON.objectNode().put("link", piece.picture()).put("caption", piece.text());
    }

    private static ObjectNode buttons(Piece piece) {
        ObjectNode content = interactive("button", piece.text());
        ArrayNode buttons = content.putObject("action").putArray("buttons");
        for (String title : piece.options()) {
            ObjectNode button = buttons.addObject().put("type", "reply");
            button.putObject("reply").put("id", id(title)).put("title", shorten(title, BUTTON_TITLE));
        }
        return content;
    }

    private ObjectNode choices(Piece piece) {
        ObjectNode content = interactive("list", piece.text());
        ObjectNode action = content.putObject("action").put("button", choose);
        ArrayNode rows = action.putArray("sections").addObject().putArray("rows");
        for (String title : piece.options()) {
            ObjectNode row = rows.addObject().put("id", id(title)).put("title", shorten(title, ROW_TITLE));
            if (title.length() > ROW_TITLE) row.put("description", shorten(title, ROW_DESCRIPTION));
        }
        return content;
    }

    private static ObjectNode interactive(String type, String text) {
        ObjectNode content = JSON.objectNode().put("type", type);
        content.putObject("body").put("text", text);
        return content;
    }

    private static String id(String title) {
        return SAY + shorten(title, LONGEST_ID - SAY.length());
    }

    private static String shorten(String title, int longest) {
        return Titles.shorten(title, longest);
    }
}
