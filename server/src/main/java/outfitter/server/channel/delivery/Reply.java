package outfitter.server.channel.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a customer of any service gets it, before it is cut to what the service carries.
 *
 * @param text empty when only products are shown
 * @param buttons what the customer may answer with
 */
record Reply(String text, List<String> buttons, List<Shown> products) {
    Reply {
        buttons = List.copyOf(buttons);
        products = List.copyOf(products);
    }

    /**
     * A product, priced as of now.
     *
     * @param link its page; null when our address is not known
     * @param picture one that every service can show; null when there is none
     */
    record Shown(
            String title,
            String price,
            @Nullable String note,
            @Nullable String link,
            @Nullable String picture) {
        String words() {
            StringBuilder words = new StringBuilder(title).append(" · ").append(price);
            if (note != null) words.append('\n').append(note);
            if (link != null) words.append('\n').append(link);
            return words.toString();
        }
    }
}
