package outfitter.server.channel.service;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of a service's, within what it {@link Carries}.
 *
 * @param text never longer than the form allows; beneath a picture it is the caption
 * @param options what the customer may press, whole; a form with short titles shows their beginnings
 * @param picture where the service finds the picture; null without one
 */
public record Piece(
        Form form,
        String text,
        List<String> options,
        @Nullable String picture) {
    public enum Form {
        TEXT,
        BUTTONS,
        CHOICES,
        PICTURE
    }

    public Piece {
        options = List.copyOf(options);
    }

    public static Piece text(String text) {
        return new Piece(Form.TEXT, text, List.of(), null);
    }
}
