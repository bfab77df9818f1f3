package outfitter.models.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a category as shops write it: 'Footwear > Hiking boots', or as we do: 'footwear/hiking-boots'. */
final class Categories {
    private static final Pattern OURS = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*");

    private Categories() {}

    /** @param parent null at the root */
    record Step(String id, @Nullable String parent, String name) {}

    /** From the root to the leaf; empty when nothing in {@code told} can be a name. */
    static List<Step> path(String told) {
        boolean ours = OURS.matcher(told).matches();
        List<Step> path = new ArrayList<>();
        String parent = null;
        for (String name : Arrays.asList(told.split(ours ? "/" : ">"))) {
            String handle = Skus.handle(name);
            if (handle.isEmpty()) continue;
            String id = parent == null ? handle : parent + "/" + handle;
            path.add(new Step(id, parent, ours ? words(handle) : name.strip()));
            parent = id;
        }
        return path;
    }

    /** The leaf's id; null when there is none. */
    static @Nullable String leaf(@Nullable String told) {
        if (told == null) return null;
        List<Step> path = path(told);
        return path.isEmpty() ? null : path.get(path.size() - 1).id();
    }

    private static String words(String handle) {
        String words = handle.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
