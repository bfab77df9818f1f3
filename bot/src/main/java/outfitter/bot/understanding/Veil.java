package outfitter.bot.understanding;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Hides what was found in a text, so that it is not read as anything else. */
final class Veil {
    private static final char HIDDEN = '_';
    private static final Map<String, String> MARKS = Map.of(
            Slots.ORDER, " _order_ ",
            Slots.EMAIL, " _mail_ ",
            Slots.PHONE, " _phone_ ",
            Slots.POSTCODE, " _postcode_ ",
            Slots.PRODUCT, " _product_ ");

    private Veil() {}

    /** {@code text} with every character of {@code slots} hidden: positions stay what they are. */
    static String over(String text, List<Slot> slots) {
        if (slots.isEmpty()) return text;
        StringBuilder hidden = new StringBuilder(text);
        for (Slot slot : slots) {
            for (int i = slot.start(); i < slot.end(); i++) hidden.setCharAt(i, HIDDEN);
        }
        return hidden.toString();
    }

    /** {@code text} with one mark for each of {@code slots}, which do not overlap: what a model may see. */
    static String marked(String text, List<Slot> slots) {
        return marked(text, slots, 0, text.length());
    }

    /** The same for the part of {@code text} from {@code from} to {@code to}, which cuts none of {@code slots}. */
    static String marked(String text, List<Slot> slots, int from, int to) {
        StringBuilder marked = new StringBuilder();
        int copied = from;
        for (Slot slot :
                slots.stream().sorted(Comparator.comparingInt(Slot::start)).toList()) {
            if (slot.start() < copied || slot.end() > to) continue;
            marked.append(text, copied, slot.start()).append(MARKS.getOrDefault(slot.name(), " "));
            copied = slot.end();
        }
        return marked.append(text, copied, to).toString();
    }
}
