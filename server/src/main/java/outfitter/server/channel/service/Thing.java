package outfitter.server.channel.service;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that a customer sent and that is not words.
 *
 * @param reference where its bytes are found, in the service's terms; null when it has none
 * @param type its media type as the service says; null when it has none
 * @param name of the file; null when nobody named it
 * @param detail what can be said of it: a place, names, articles, the unknown type; empty when nothing
 */
public record Thing(
        Kind kind,
        @Nullable String reference,
        @Nullable String type,
        @Nullable String name,
        String detail) {
    public enum Kind {
        PICTURE,
        VIDEO,
        SOUND,
        DOCUMENT,
        STICKER,
        LOCATION,
        CONTACT,
        ORDER,
        UNREADABLE;

        /** The name in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Something without bytes. */
    public static Thing of(Kind kind, String detail) {
        return new Thing(kind, null, null, null, detail);
    }
}
