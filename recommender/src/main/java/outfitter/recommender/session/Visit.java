package outfitter.recommender.session;

import java.util.Arrays;

/**
 * What one visitor has looked at, newest last; what lies more than {@value #LONGEST} steps back is forgotten. One a
 * thread, filled anew for each question.
 */
final class Visit {
    static final int LONGEST = 30;

    private final int[] items = new int[LONGEST];
    private int length;
    private int[] steps = new int[0];
    /** A bit for the last six bits of every item: most that are asked about are not among them. */
    private long marks;

    /** Fills it with the known ones of {@code session}, {@code items} being how many are known. */
    void set(int[] session, int from, int to, int known) {
        for (int i = 0; i < length; i++) steps[items[i]] = 0;
        if (steps.length < known) steps = Arrays.copyOf(steps, known + known / 4);
        length = 0;
        marks = 0;
        int[] backwards = new int[LONGEST];
        for (int at = to - 1; at >= from && length < LONGEST; at--) {
            if (session[at] >= 0 && session[at] < known) backwards[length++] = session[at];
        }
        for (int i = 0; i < length; i++) {
            items[i] = backwards[length - 1 - i];
            steps[items[i]] = length - i;
            marks |= 1L << items[i];
        }
    }

    int length() {
        return length;
    }

    int item(int index) {
        return items[index];
    }

    int last() {
        return items[length - 1];
    }

    /** How many steps back the item was last looked at, 1 for the last one; 0 if not at all. */
    int stepsBack(int item) {
        return ((marks >>> item) & 1) == 0 || item >= steps.length ? 0 : steps[item];
    }

    boolean has(int item) {
        return stepsBack(item) > 0;
    }

    /** Whether the item at {@code index} is not looked at again later. */
    boolean isLatest(int index) {
        return steps[items[index]] == length - index;
    }

    /** How often the item was looked at. */
    int times(int item) {
        int times = 0;
        for (int i = 0; i < length; i++) if (items[i] == item) times++;
        return times;
    }
}
