package outfitter.bot.dialogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outfitter.models.conversation.Card;

/**
 * One message of the bot's before it is put into words.
 *
 * @param filled values for the line's slots: text, whole numbers, dates, instants, money, or lists of text
 */
public record Say(Line line, Map<String, Object> filled, List<Button> buttons, List<Card> cards) {
    public Say {
        filled = Map.copyOf(filled);
        buttons = List.copyOf(buttons);
        cards = List.copyOf(cards);
    }

    public static Say of(Line line) {
        return new Say(line, Map.of(), List.of(), List.of());
    }

    public Say with(String slot, Object value) {
        Map<String, Object> more = new HashMap<>(filled);
        more.put(slot, value);
        return new Say(line, more, buttons, cards);
    }

    public Say offering(Button... offered) {
        return offering(List.of(offered));
    }

    public Say offering(List<Button> offered) {
        List<Button> more = new ArrayList<>(buttons);
        more.addAll(offered);
        return new Say(line, filled, more, cards);
    }

    public Say showing(List<Card> shown) {
        return new Say(line, filled, buttons, shown);
    }
}
